namespace CrossAccess.Sandbox.Policies;

/// <summary>One operator with one key and its values; all the conditions of a statement must hold.</summary>
internal sealed record PolicyCondition(ConditionOperator Operator, string Key, IReadOnlyList<string> Values)
{
    public bool Holds(RequestContext context, string version)
    {
        IReadOnlyList<string>? actual = context[Key];
        if (Operator.Comparison == ConditionComparison.Null)
            return Values.Any(value => bool.TryParse(value, out bool absent) && absent == (actual is null));

        if (Operator.Quantifier == ConditionQuantifier.ForAllValues)
            return actual is null || actual.All(value => Satisfies(value, context, version));
        if (actual is null)
            return Operator.Quantifier == ConditionQuantifier.None && (Operator.IfExists || Operator.IsNegated);
        return Operator.Quantifier == ConditionQuantifier.None && Operator.IsNegated
            ? actual.All(value => Satisfies(value, context, version))
            : actual.Any(value => Satisfies(value, context, version));
    }

    // Several values in a policy are joined by OR, and under a negated operator by NOR.
    private bool Satisfies(string actual, RequestContext context, string version)
    {
        bool matches = false;
        foreach (string expected in Values)
        {
            if (PolicyVariables.Prepare(expected, context, version) is not { } prepared)
            {
                if (Operator.IsNegated)
                    return false;
                continue;
            }
            matches |= Operator.Compare(expected, prepared, actual);
        }
        return matches != Operator.IsNegated;
    }
}
