namespace CrossAccess.Module.Tests.Engine;

[CollectionDefinition(ProcessEnvironment.Collection, DisableParallelization = true)]
public sealed class ProcessEnvironmentDefinition;
