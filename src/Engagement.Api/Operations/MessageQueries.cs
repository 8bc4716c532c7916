using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Operations;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Operations;

[QueryType]
public static partial class MessageQueries
{
    /// <summary>What the platform has yet to do, by queue.</summary>
    [Authorize(Permissions.ManageMessages)]
    public static Task<IReadOnlyList<MessageQueue>> GetMessageQueuesAsync(MessageReads reads, CancellationToken cancellation) => reads.QueuesAsync(cancellation);

    /// <summary>The types of the messages that could not be handled.</summary>
    [Authorize(Permissions.ManageMessages)]
    public static Task<IReadOnlyList<DeadLetterType>> GetDeadLetterTypesAsync(MessageReads reads, CancellationToken cancellation) => reads.TypesAsync(cancellation);

    /// <summary>Messages that could not be handled, the one that failed last first.</summary>
    [Authorize(Permissions.ManageMessages), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<DeadLetter>> GetDeadLettersAsync(
        [Spread] DeadLetterAsked which, PagingArguments paging, MessageReads reads, CancellationToken cancellation) => Keyset.PageAsync(
        paging,
        MessageReads.PositionOf,
        (after, limit) => reads.ListAsync(which, after, limit, cancellation),
        () => reads.CountAsync(which, cancellation));

    /// <summary>One of them; null when it was handed back or thrown away.</summary>
    /// <param name="id">The message.</param>
    [Authorize(Permissions.ManageMessages)]
    public static Task<DeadLetter?> GetDeadLetterAsync([ID<DeadLetter>] Guid id, MessageReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);
}
