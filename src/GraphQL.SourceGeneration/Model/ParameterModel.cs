namespace GraphQL.SourceGeneration.Model;

internal enum ParameterKind
{
    Argument,
    Parent,
    CancellationToken,
    User,
    Context,
    Paging,
    Query,
    DataLoader,
    Service,
    Keys,
    Spread,
}

/// <summary>A parameter of a resolver or loader.</summary>
/// <param name="Kind">What is handed to it.</param>
/// <param name="Member">The C# name.</param>
/// <param name="Name">The argument's name in the schema.</param>
/// <param name="Clr">The C# type, fully qualified.</param>
/// <param name="Shape">The argument's type.</param>
/// <param name="DefaultValue">The default as a GraphQL literal, if any.</param>
/// <param name="Documentation">Where its description comes from.</param>
/// <param name="Deprecation">Why it is deprecated, if it is.</param>
internal sealed record ParameterModel(
    ParameterKind Kind,
    string Member,
    string Name,
    string Clr,
    TypeShape? Shape,
    string? DefaultValue,
    Documentation Documentation,
    string? Deprecation)
{
    /// <summary>The arguments that a spread record is made of, by the parameters of its constructor.</summary>
    public EquatableArray<ParameterModel> Members { get; init; } = EquatableArray<ParameterModel>.Empty;
}
