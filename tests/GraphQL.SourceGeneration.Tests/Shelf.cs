namespace GraphQL.SourceGeneration.Tests;

/// <summary>A record of another assembly than the one that is compiled.</summary>
public sealed record Shelf(int Number)
{
    public string Colour { get; init; } = "green";
}
