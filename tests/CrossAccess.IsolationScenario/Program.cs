using System.Runtime.Loader;
using CrossAccess.IsolationScenario;

// Usage: <the module's bin folder> <step>..., where a step is "theirs:<profile>" or "ours:<profile>".
// Prints "<step> = <access key>" for each, and then every AWS assembly with the load context it is in.
using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(1));
var ours = new ModuleSide(args[0]);
foreach (string step in args[1..])
{
    string profile = step.Split(':')[1];
    string key = step.StartsWith("ours:", StringComparison.Ordinal)
        ? await ours.ResolveAsync(profile, stopping.Token)
        : await SdkSide.ResolveAsync(profile);
    Console.WriteLine($"{step} = {key}");
}

foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
{
    string name = assembly.GetName().Name!;
    if (name.StartsWith("AWSSDK.", StringComparison.Ordinal) || name.StartsWith("CrossAccess.Aws", StringComparison.Ordinal))
        Console.WriteLine($"{name} @ {AssemblyLoadContext.GetLoadContext(assembly)!.Name}");
}
