namespace CrossAccess.Sandbox.Policies;

internal enum ConditionQuantifier { None, ForAllValues, ForAnyValue }
