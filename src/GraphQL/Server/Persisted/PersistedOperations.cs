using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL.Execution;

namespace GraphQL.Server;

/// <summary>Puts the document into requests that name it: trusted documents by their identifier, automatic ones by their hash.</summary>
internal sealed class PersistedOperations(RequestExecutor executor, PersistedOperationOptions options, IOperationDocumentStorage? storage = null)
{
    private const string Extension = "persistedQuery";
    private readonly AutomaticDocuments _automatic = new(options.MaxAutomaticDocuments);

    /// <summary>Whether the request names a document by its hash.</summary>
    public static bool IsNamedByHash(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(Extension, out var given) && given.ValueKind != JsonValueKind.Null;

    /// <summary>The request with its document, or with the reason why it is refused.</summary>
    public ValueTask<OperationRequest> ResolveAsync(OperationRequest request, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var hash = IsNamedByHash(request.Extensions);
        if (request.DocumentId is null && !hash)
        {
            return ValueTask.FromResult(AllowsOnlyTrusted(user)
                ? Refuse(request, "Only documents that the server knows are executed. Send a documentId.", ErrorCodes.PersistedDocumentRequired)
                : request);
        }
        return request.DocumentId is { } id ? ReadAsync(request, id, cancellation) : ReadByHashAsync(request, user, cancellation);
    }

    private bool AllowsOnlyTrusted(ClaimsPrincipal user) => options.OnlyAllowPersistedDocuments && !options.MaySendDocuments(user);

    private async ValueTask<OperationRequest> ReadAsync(OperationRequest request, string id, CancellationToken cancellation) =>
        await FindTrustedAsync(id, cancellation).ConfigureAwait(false) is { } document
            ? request with { Query = document }
            : Refuse(request, "The server knows no document of this identifier.", ErrorCodes.PersistedDocumentNotFound);

    private async ValueTask<OperationRequest> ReadByHashAsync(OperationRequest request, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (HashOf(request.Extensions) is not { } hash)
            return Refuse(request, $"\"{Extension}\" must have the version 1 and a sha256Hash of 64 digits.", ErrorCodes.RequestInvalid);
        var isGiven = request.Query.Length > 0;
        if (isGiven && !hash.Equals(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.Query))), StringComparison.OrdinalIgnoreCase))
            return Refuse(request, "provided sha does not match query", ErrorCodes.PersistedQueryHashMismatch);
        if (await FindTrustedAsync(hash, cancellation).ConfigureAwait(false) is { } trusted)
            return request with { Query = trusted };
        if (AllowsOnlyTrusted(user) || !options.AllowAutomatic)
            return Refuse(request, "PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported);
        if (!isGiven)
        {
            return _automatic.Find(hash) is { } known
                ? request with { Query = known }
                : Refuse(request, "PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
        }
        if (request.Query.Length <= options.MaxAutomaticDocumentLength && executor.IsValid(request.Query))
            _automatic.Add(hash, request.Query);
        return request;
    }

    private ValueTask<string?> FindTrustedAsync(string id, CancellationToken cancellation) =>
        storage?.TryReadAsync(id, cancellation) ?? ValueTask.FromResult<string?>(null);

    private static string? HashOf(JsonElement extensions)
    {
        var given = extensions.GetProperty(Extension);
        return given.ValueKind == JsonValueKind.Object
            && given.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && given.TryGetProperty("sha256Hash", out var text) && text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
                ? hash
                : null;
    }

    private static OperationRequest Refuse(OperationRequest request, string message, string code) =>
        request with { Query = "", Refusal = GraphQLError.WithCode(message, code) };
}
