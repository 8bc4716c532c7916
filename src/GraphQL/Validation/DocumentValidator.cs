using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>Checks executable documents against a schema, by the specification's section 5. A document must pass before it is executed.</summary>
public static class DocumentValidator
{
    /// <summary>Checks a document.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">The limits; <see cref="ValidationOptions.Default"/> when null.</param>
    /// <returns>What is wrong, each error with a location and a stable code; empty when the document may be executed.</returns>
    public static IReadOnlyList<GraphQLError> Validate(SchemaDefinition schema, DocumentNode document, ValidationOptions? options = null) =>
        Validate(schema, document, ValidationRules.Create(), options ?? ValidationOptions.Default);

    internal static IReadOnlyList<GraphQLError> Validate(
        SchemaDefinition schema, DocumentNode document, IReadOnlyList<ValidationRule> rules, ValidationOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        var context = new ValidationContext(schema, document, options);
        foreach (var rule in rules)
            rule.Begin(context);
        new DocumentWalker(context, rules).Walk();
        return context.Errors;
    }
}
