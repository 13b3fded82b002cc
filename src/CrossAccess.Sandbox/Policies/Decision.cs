namespace CrossAccess.Sandbox.Policies;

internal enum Decision { ImplicitDeny, ExplicitDeny, Allowed }
