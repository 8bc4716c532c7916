namespace GraphQL.Language;

/// <summary>Writes nodes as GraphQL text, two spaces a level. What is printed parses to the same tree.</summary>
public static class SyntaxPrinter
{
    /// <summary>Prints a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>GraphQL text.</returns>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Print(node, separateDescribed: false);
    }

    internal static string Print(SyntaxNode node, bool separateDescribed)
    {
        var writer = new SyntaxWriter(separateDescribed);
        writer.Write(node);
        return writer.ToString();
    }
}
