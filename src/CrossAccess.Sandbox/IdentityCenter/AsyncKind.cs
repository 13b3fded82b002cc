namespace CrossAccess.Sandbox.IdentityCenter;

internal enum AsyncKind { Creation, Deletion, Provisioning }
