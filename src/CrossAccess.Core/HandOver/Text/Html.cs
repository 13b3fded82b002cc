using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CrossAccess;

/// <summary>Markup. It is made of literal text alone; whatever is put into it is text and shown as such, unless it is markup already.</summary>
internal readonly record struct Html
{
    private Html(string markup) => Markup = markup;

    public string Markup { get; }

    public static Html Of(ref Interpolation content) => new(content.ToString());

    /// <param name="markup">A constant: nothing in it is encoded.</param>
    public static Html Literal([ConstantExpected] string markup) => new(markup);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    /// <summary>Encodes what an interpolated string is given.</summary>
    [InterpolatedStringHandler]
    public ref struct Interpolation
    {
        private readonly StringBuilder _markup;

        public Interpolation(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 16));

        public readonly void AppendLiteral(string markup) => _markup.Append(markup);

        public readonly void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text));

        public readonly void AppendFormatted(Html part) => _markup.Append(part.Markup);

        public override readonly string ToString() => _markup.ToString();
    }
}
