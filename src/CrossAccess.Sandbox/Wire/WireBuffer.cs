using System.Text;

namespace CrossAccess.Sandbox.Wire;

/// <summary>Reads lines and counted bytes from a connection, keeping what was read ahead.</summary>
internal sealed class WireBuffer(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Waits for a byte; false when the peer has closed instead.</summary>
    public async ValueTask<bool> HasMoreAsync(CancellationToken cancellation) => _start < _end || await FillAsync(cancellation);

    /// <summary>The next line without its end, or null when the peer has closed before sending any of it.</summary>
    public async ValueTask<string?> ReadLineAsync(int limit, int statusWhenLonger, CancellationToken cancellation)
    {
        using MemoryStream line = new();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellation))
                return line.Length == 0 ? null : throw new HttpRefusal(400, "The connection closed within a line.");
            int newline = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            int take = (newline < 0 ? _end : newline) - _start;
            if (line.Length + take > limit)
                throw new HttpRefusal(statusWhenLonger, "The line is too long.");
            line.Write(_buffer, _start, take);
            _start += take;
            if (newline < 0)
                continue;
            _start++;
            return Encoding.Latin1.GetString(line.ToArray()).TrimEnd('\r');
        }
    }

    public async ValueTask<byte[]> ReadExactlyAsync(int count, CancellationToken cancellation)
    {
        byte[] bytes = new byte[count];
        int filled = 0;
        while (filled < count)
        {
            if (_start == _end && !await FillAsync(cancellation))
                throw new HttpRefusal(400, "The connection closed within the body.");
            int take = Math.Min(count - filled, _end - _start);
            Array.Copy(_buffer, _start, bytes, filled, take);
            _start += take;
            filled += take;
        }
        return bytes;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellation);
        return _end > 0;
    }
}
