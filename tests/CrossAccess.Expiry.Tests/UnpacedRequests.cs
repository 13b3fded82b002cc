using System.Collections;
using System.Reflection;

namespace CrossAccess.Expiry.Tests;

/// <summary>
/// The module asks Identity Center no faster than AWS allows it, which has nothing to do with what is tested here: this Sandbox
/// has no such limit, and waiting takes the time of hundreds of runs.
/// </summary>
internal static class UnpacedRequests
{
    public static void Allow(string instanceArn)
    {
        Type limiter = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "CrossAccess.Aws").GetType("CrossAccess.Aws.RequestLimiter", throwOnError: true)!;
        var ofInstances = (IDictionary)limiter.GetField("ByInstance", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        ofInstances[instanceArn] = Activator.CreateInstance(limiter, 100_000, 100_000, TimeProvider.System);
    }
}
