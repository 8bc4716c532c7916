using System.Text.Json;
using GraphQL.Execution;

namespace GraphQL.Conformance;

/// <summary>
/// Reads a field from its parent's JSON. An object <c>{"$error": "…"}</c> in its place is thrown as an error of that message, and
/// <c>{"$args": true}</c> answered with the field's arguments, as text.
/// </summary>
internal static class CaseResolver
{
    public static object? Resolve(IResolverContext context, JsonElement root)
    {
        var parent = (context.Parent ?? root) as JsonElement? ?? default;
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(context.Field.Name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Object)
            return value;
        if (value.TryGetProperty("$error", out var message))
            throw new GraphQLException(message.ToString(), "CASE");
        if (!value.TryGetProperty("$args", out _))
            return value;
        var arguments = context.Field.Arguments.Where(argument => context.HasArgument(argument.Name));
        return ArgumentText.Object(arguments.Select(argument => (argument.Name, ArgumentText.Of(argument.Type, context.Argument<object?>(argument.Name)))));
    }
}
