using System.Management.Automation;
using System.Management.Automation.Host;

namespace CrossAccess.Host.Terminal;

/// <summary>The console's size and keys. Reading and writing cells of the screen is not supported.</summary>
internal sealed class TerminalRawUI : PSHostRawUserInterface
{
    /// <summary>The width of what goes to a file or a pipe, in columns, as in pwsh.</summary>
    private const int RedirectedWidth = 120;
    private const int RedirectedHeight = 50;

    private Size? _chosenSize;

    /// <summary>The size that lines are laid out for. Setting it lays out for another without changing the window.</summary>
    public override Size BufferSize
    {
        get => _chosenSize ?? ConsoleSize();
        set => _chosenSize = value;
    }

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => BufferSize;
        set => BufferSize = value;
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => BufferSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => BufferSize;

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set => Console.BackgroundColor = value;
    }

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? default : new Coordinates(Console.CursorLeft, Console.CursorTop);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get; set; }

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = "CrossAccess";

    /// <inheritdoc/>
    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected)
            throw new PSInvalidOperationException("A key cannot be read: input is not a terminal.");
        ConsoleKeyInfo key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NoCells();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NoCells();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NoCells();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host fills the whole buffer; no other use has a meaning on a terminal.
        if (!Console.IsOutputRedirected)
            Console.Clear();
    }

    private static PSNotSupportedException NoCells() => new("A terminal's cells cannot be read or moved.");

    private static Size ConsoleSize()
    {
        // A terminal that does not know its size says 0.
        if (Console.IsOutputRedirected || Console.WindowWidth < 1)
            return new Size(RedirectedWidth, RedirectedHeight);
        return new Size(Console.WindowWidth, Console.WindowHeight);
    }
}
