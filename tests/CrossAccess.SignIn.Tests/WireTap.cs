using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrossAccess.SignIn.Tests;

/// <summary>Stands between a shell and its AWS, passes every byte on, and so knows each secret that was handed out.</summary>
internal sealed partial class WireTap : IDisposable
{
    private readonly ConcurrentBag<MemoryStream> _heard = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;

    /// <param name="port">Where AWS listens on this machine.</param>
    public WireTap(int port)
    {
        _port = port;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The secret keys, tokens and codes that went over the wire so far.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _heard.Select(Text).SelectMany(SecretsIn).Distinct()];

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<string> SecretsIn(string text) =>
        InJson().Matches(text).Select(match => JsonSerializer.Deserialize<string>($"\"{match.Groups[1].Value}\"")!)
            .Concat(InXml().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
            .Concat(InAddress().Matches(text).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)));

    private static string Text(MemoryStream heard)
    {
        lock (heard) return Encoding.UTF8.GetString(heard.ToArray());
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassOnAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The tap is taken off.
        }
    }

    private async Task PassOnAsync(TcpClient shell)
    {
        using (shell)
        using (TcpClient aws = new())
        {
            await aws.ConnectAsync(IPAddress.Loopback, _port);
            await Task.WhenAll(CopyAsync(shell, aws), CopyAsync(aws, shell));
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        MemoryStream heard = new();
        _heard.Add(heard);
        byte[] buffer = new byte[16_384];
        try
        {
            for (int count; (count = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                lock (heard) heard.Write(buffer, 0, count);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }

            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has hung up; the other will notice.
            to.Close();
        }
    }

    [GeneratedRegex("\"(?:secretAccessKey|sessionToken|accessToken|refreshToken|clientSecret|deviceCode|codeVerifier|code|SigninToken)\"\\s*:\\s*\"([^\"]{16,})\"", RegexOptions.IgnoreCase)]
    private static partial Regex InJson();

    [GeneratedRegex("<(?:SecretAccessKey|SessionToken)>([^<]+)</")]
    private static partial Regex InXml();

    [GeneratedRegex("[?&](?:code|SigninToken)=([^&\\s]{16,})")]
    private static partial Regex InAddress();
}
