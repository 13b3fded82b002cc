// Every test runs in a workplace, and that skips on systems where $env:BROWSER is not read.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
