using System.Security.Claims;

namespace GraphQL.Server;

/// <summary>Which documents clients may name instead of sending.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether a client may register a document by its hash and from then on send the hash alone (automatic persisted queries). Default true.
    /// </summary>
    public bool AllowAutomatic { get; set; } = true;

    /// <summary>How many documents are kept that clients have registered. Default 1,000.</summary>
    public int MaxAutomaticDocuments { get; set; } = 1_000;

    /// <summary>The longest document that a client may register, in characters; longer ones are executed and not kept. Default 20,000.</summary>
    public int MaxAutomaticDocumentLength { get; set; } = 20_000;

    /// <summary>
    /// Whether only documents of the <see cref="IOperationDocumentStorage"/> are executed for clients. What the program itself asks of
    /// <see cref="Execution.IRequestExecutor"/> is not concerned. Default false.
    /// </summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>
    /// Who may send documents of their own although <see cref="OnlyAllowPersistedDocuments"/> is set: programs that have a key, say. Asked at each such
    /// request. Nobody unless set.
    /// </summary>
    public Func<ClaimsPrincipal, bool> MaySendDocuments { get; set; } = static _ => false;
}
