using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GraphQL.SourceGeneration.Model;

/// <summary>A place in source that holds on to no syntax tree.</summary>
internal sealed record SourceLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceLocation None { get; } = new("", default, default);

    public static SourceLocation Of(ISymbol symbol)
    {
        foreach (var location in symbol.Locations)
        {
            if (location.IsInSource)
                return new(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span);
        }
        return None;
    }

    public SourceLocation Or(SourceLocation other) => this == None ? other : this;

    public Location ToLocation() => this == None ? Location.None : Location.Create(Path, Span, Lines);
}
