using System.Collections.Frozen;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Forums;

/// <summary>Whoever acts in a forum: somebody who has signed in and may, or somebody whose receipt this browser holds, or nobody in particular.</summary>
internal sealed class Author(IEngagementGraphQL graphQL, AuthorCookie cookie)
{
    private static readonly string WhoDocument = GraphQLDocument.Read("Forums/WhoWrites.graphql");

    /// <summary>Fields of an input that a page fills in by itself: what is wrong with them is about the form as a whole.</summary>
    private static readonly FrozenSet<string> NotOnThePage =
        FrozenSet.Create("expectedVersion", "idempotencyKey", "contributionId", "topicId", "replyTo", "receipt", "reference", "secret");

    /// <summary>Who it is now. The receipt is left aside where an account does instead.</summary>
    public async Task<WhoWrites> WhoAsync(HttpContext context, CancellationToken ct)
    {
        var me = (await graphQL.ExecuteAsync(WhoDocument, null, context, ct)).Get<Me>("me");
        var isSignedIn = me is { SignedIn: true } && me.Permissions.Contains("contributions.change-own");
        return new WhoWrites(isSignedIn, isSignedIn ? null : cookie.Read(context));
    }

    /// <summary>What was refused, for the page's own error summary.</summary>
    public static IReadOnlyList<FieldError> Refusals(GraphQLReply reply, string mutation) =>
        [.. reply.PayloadErrors(mutation).Select(error => error.Field is { } field && NotOnThePage.Contains(field) ? error with { Field = null } : error)];

    private sealed record Me(bool SignedIn, IReadOnlyList<string> Permissions);
}

public sealed record WhoWrites(bool IsSignedIn, HeldReceipt? Receipt)
{
    /// <summary>Whether it can be told that two acts are the same person's.</summary>
    public bool IsKnown => IsSignedIn || Receipt is not null;

    /// <summary>What a document takes for the receipt.</summary>
    public object? Input => Receipt is { } held ? new { reference = held.Reference, secret = held.Secret } : null;
}
