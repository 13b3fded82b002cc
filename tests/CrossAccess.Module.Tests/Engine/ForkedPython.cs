using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>
/// Programs in Python that tests run by the hundred. One Python that has imported the AWS CLI and boto3 forks for each: their
/// own code in a process of its own, without the second that it takes to start. Other programs are started as ever.
/// </summary>
internal static class ForkedPython
{
    // What /usr/bin/aws does, and what python3 does with a file or with -c.
    private const string Script = """
        import json, os, runpy, sys, tempfile, traceback
        found = dict(os.environ)
        import awscli.clidriver, awscli.handlers, boto3
        # The AWS CLI tells botocore in the environment where its own files lie.
        own = {name: value for name, value in os.environ.items() if found.get(name) != value}

        def run(program, arguments):
            if program == "aws":
                os.environ.update(own)
                sys.argv = ["aws", *arguments]
                return awscli.clidriver.main()
            if arguments[0] == "-c":
                sys.argv = ["-c", *arguments[2:]]
                return exec(arguments[1], {"__name__": "__main__"})
            sys.argv = arguments
            runpy.run_path(arguments[0], run_name="__main__")

        def be_the_child(request, output, errors):
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            os.environ.clear()
            os.environ.update(request["environment"])
            os.chdir(request["folder"])
            try:
                code = run(request["program"], request["arguments"])
            except SystemExit as exit:
                code = exit.code
            except BaseException:
                traceback.print_exc()
                code = 1
            if isinstance(code, str):
                code = print(code, file=sys.stderr) or 1
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)

        print("ready", flush=True)
        for line in sys.stdin:
            with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
                child = os.fork()
                if child == 0:
                    be_the_child(json.loads(line), output, errors)
                code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                said = [file.seek(0) or file.read().decode(errors="replace") for file in (output, errors)]
            print(json.dumps([code, *said]), flush=True)
        """;

    private static readonly bool CanFork = !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
    private static readonly SemaphoreSlim Turn = new(1);
    private static Process? _python;
    private static string? _home;
    private static bool _isReady;
    private static long _deployedAt;

    /// <summary>Runs a program to its end with the environment and in the folder that are given, and with nothing to read.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        if (!CanFork || start.FileName is not ("aws" or "python3")) return await RunAloneAsync(start, cancellation);

        await Turn.WaitAsync(cancellation);
        try
        {
            if (_python is null || _home != start.Environment["HOME"]) Prepare(start.Environment["HOME"]);
            if (IsDeployment(start)) await WaitForAnotherSecondAsync(cancellation);
            return _isReady ? await ForkAsync(_python!, start) : await RunAloneAsync(start, cancellation);
        }
        finally
        {
            if (IsDeployment(start)) _deployedAt = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            Turn.Release();
        }
    }

    /// <summary>The same by starting the program itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAloneAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        string errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, errors);
    }

    private static bool IsDeployment(ProcessStartInfo start) => start.ArgumentList is ["cloudformation", "deploy", ..];

    // The AWS CLI names a change set by the second, and each name is taken once.
    private static async Task WaitForAnotherSecondAsync(CancellationToken cancellation)
    {
        TimeSpan left = DateTimeOffset.FromUnixTimeSeconds(_deployedAt + 1) - DateTimeOffset.UtcNow;
        if (left > TimeSpan.Zero) await Task.Delay(left, cancellation);
    }

    // For each home anew: botocore keeps paths in it from when its modules are read.
    private static void Prepare(string? home)
    {
        // It ends with its input, and so with this process.
        _python?.StandardInput.Close();
        var start = new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = home;
        _python = Process.Start(start)!;
        _python.BeginErrorReadLine();
        _home = home;
        // Not where the AWS CLI is version 2, which brings a Python of its own.
        _isReady = _python.StandardOutput.ReadLine() == "ready";
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ForkAsync(Process python, ProcessStartInfo start)
    {
        var request = new JsonObject
        {
            ["program"] = start.FileName,
            ["arguments"] = new JsonArray([.. start.ArgumentList.Select(argument => JsonValue.Create(argument))]),
            ["environment"] = new JsonObject(start.Environment.Where(variable => variable.Value is not null).Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            ["folder"] = start.WorkingDirectory.Length > 0 ? start.WorkingDirectory : Environment.CurrentDirectory,
        };
        await python.StandardInput.WriteLineAsync(request.ToJsonString());
        await python.StandardInput.FlushAsync();
        // Never given up: an answer that was not waited for would be the next one's.
        JsonNode answer = JsonNode.Parse(await python.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Python has ended."))!;
        return ((int)answer[0]!, (string)answer[1]!, (string)answer[2]!);
    }
}
