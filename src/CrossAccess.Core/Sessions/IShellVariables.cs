namespace CrossAccess;

/// <summary>What the shell that enters a role keeps besides the environment, and other tools prefer to it.</summary>
internal interface IShellVariables
{
    /// <summary>Empties them, all or none.</summary>
    /// <exception cref="ClientAccessException">StoredCredentialsReadOnly.</exception>
    void SetAside();

    /// <summary>Makes them what they were.</summary>
    void PutBack();
}
