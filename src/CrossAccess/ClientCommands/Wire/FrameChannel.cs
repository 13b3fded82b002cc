using System.Buffers.Binary;
using System.Text;

namespace CrossAccess.ClientCommands;

/// <summary>
/// Frames over a pipe that nothing but the two ends can write to: each is a kind, a length and a text. What a script or
/// a native command prints goes elsewhere and so cannot be taken for a frame.
/// </summary>
internal sealed class FrameChannel(Stream stream)
{
    private const int HeaderLength = 1 + sizeof(int);

    private readonly object _writing = new();

    /// <summary>Writes a frame and returns when the other end has room for it, so that a fast script waits for a slow reader.</summary>
    public void Write(FrameKind kind, string text)
    {
        byte[] frame = Encode(kind, text);
        lock (_writing) stream.Write(frame);
    }

    public ValueTask WriteAsync(FrameKind kind, string text, CancellationToken cancellation) =>
        stream.WriteAsync(Encode(kind, text), cancellation);

    /// <summary>Reads the next frame; null when the other end is gone.</summary>
    public async Task<Frame?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            byte[] header = new byte[HeaderLength];
            if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < HeaderLength) return null;
            byte[] text = new byte[BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1))];
            await stream.ReadExactlyAsync(text, cancellation).ConfigureAwait(false);
            return new Frame((FrameKind)header[0], Encoding.UTF8.GetString(text));
        }
        // How a process dies decides whether its pipe ends or breaks.
        catch (IOException)
        {
            return null;
        }
    }

    private static byte[] Encode(FrameKind kind, string text)
    {
        byte[] frame = new byte[HeaderLength + Encoding.UTF8.GetByteCount(text)];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), frame.Length - HeaderLength);
        Encoding.UTF8.GetBytes(text, frame.AsSpan(HeaderLength));
        return frame;
    }
}
