using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>A place where a variable stands.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type the place expects, or null when it is not known.</param>
/// <param name="HasLocationDefault">Whether the argument or input field has a default.</param>
/// <param name="OneOf">The input object with <c>@oneOf</c> whose field it is, if so.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, bool HasLocationDefault, InputObjectType? OneOf);
