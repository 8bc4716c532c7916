namespace GraphQL.SourceGeneration.Model;

internal enum ClassRole
{
    Query,
    Mutation,
    Subscription,
    ObjectExtension,
    Interface,
    Union,
    ExplicitType,
}

/// <summary>An annotated class and all types that can be reached from it.</summary>
/// <param name="Role">What the annotation makes of it.</param>
/// <param name="Clr">The class, fully qualified.</param>
/// <param name="TargetKey">The type that it extends, for <c>[ObjectType&lt;T&gt;]</c> and its like.</param>
/// <param name="Name">Another name for that type, if given.</param>
/// <param name="Documentation">A description for that type, if given.</param>
/// <param name="Authorization">The rule of fields without their own.</param>
/// <param name="IgnoredMembers">Properties of the type that stay out.</param>
/// <param name="IsNode">Whether the type is marked as a node.</param>
/// <param name="Fields">The fields it adds.</param>
/// <param name="NodeResolvers">The methods that load an object by its identifier.</param>
/// <param name="Types">The types in reach.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ClassModel(
    ClassRole Role,
    string Clr,
    string? TargetKey,
    string? Name,
    Documentation Documentation,
    AuthorizationModel? Authorization,
    EquatableArray<string> IgnoredMembers,
    bool IsNode,
    EquatableArray<FieldModel> Fields,
    EquatableArray<FieldModel> NodeResolvers,
    EquatableArray<TypeModel> Types,
    EquatableArray<DiagnosticModel> Diagnostics,
    SourceLocation Location);
