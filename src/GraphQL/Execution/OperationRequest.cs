using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>A GraphQL request, whatever way it came.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">An object of variables, or undefined or null for none.</param>
/// <param name="OperationName">Which operation of the document, when it has several.</param>
/// <param name="Extensions">What the client adds beyond the specification.</param>
public sealed record OperationRequest(
    string Query, JsonElement Variables = default, string? OperationName = null, JsonElement Extensions = default)
{
    /// <summary>Whether the result says what the operation cost. Default not.</summary>
    public CostReport Cost { get; init; }

    /// <summary>Whether the program asks itself, by a document of its own: what it costs is known, and not limited. Default not.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>What the client calls the document when it does not send it; <see cref="Query"/> is empty until a transport has found it.</summary>
    public string? DocumentId { get; init; }

    /// <summary>
    /// The files that came with the request, each by its place in the variables, such as <c>input.photos[0]</c>, where the JSON has null. Null when
    /// there are none.
    /// </summary>
    internal IReadOnlyDictionary<string, IFile>? Files { get; init; }

    /// <summary>Why the request is answered with an error and not executed, or null.</summary>
    internal GraphQLError? Refusal { get; init; }

    /// <summary>Makes a request with variables from C#.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">An object whose properties are the variables, such as an anonymous object or a dictionary; names become camelCase.</param>
    /// <param name="operationName">Which operation of the document, when it has several.</param>
    /// <returns>The request.</returns>
    public static OperationRequest Create(string query, object variables, string? operationName = null) =>
        new(query, JsonSerializer.SerializeToElement(variables, JsonSerializerOptions.Web), operationName);
}
