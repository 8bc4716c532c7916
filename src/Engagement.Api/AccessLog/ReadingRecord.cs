using Engagement.AccessLog;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Operations;
using GraphQL.Data;
using GraphQL.Execution;

namespace Engagement.Api.AccessLog;

/// <summary>Has it recorded that views, or what else people said in their own words, are read, before a field gives them. Each scope of services has one: a request, or an update.</summary>
internal sealed class ReadingRecord(AccessRecorder recorder, DeadLetterCommands letters, AskedFrom from)
{
    /// <summary>Completes when the views among these things, if there are any, are on record as read.</summary>
    public ValueTask KeepAsync(IResolverContext context, Asker asker, object shown)
    {
        if (LookedInto(context, shown) is { Count: > 0 } looked)
        {
            var who = new CommandContext(asker.RoleFor(Permissions.ManageMessages) ?? Roles.Public, ActorId: asker.ActorId);
            return new(letters.LookIntoAsync(looked, who, context.RequestAborted));
        }

        IEnumerable<IReading> views = shown switch
        {
            IReading view => [view],
            Connection<ViewDetail> page => page.Nodes,
            Connection<ConfirmationComment> page => page.Nodes,
            IEnumerable<object?> items => items.OfType<IReading>(),
            _ => [],
        };
        List<Task>? records = null;
        foreach (var some in views.GroupBy(view => view.ConsultationId))
        {
            var read = new ViewsRead(
                asker.ActorId, asker.RoleFor(Permissions.ReadViews) ?? Roles.Public, some.Key, some.Count(), context.Field.Name, from.Page);
            (records ??= []).Add(recorder.RecordAsync(read, this));
        }

        return records is null ? ValueTask.CompletedTask : new(Task.WhenAll(records));
    }

    /// <summary>The messages of which the body is asked for.</summary>
    private static IReadOnlyCollection<DeadLetter> LookedInto(IResolverContext context, object shown) => shown switch
    {
        DeadLetter letter when context.IsSelected("body") => [letter],
        Connection<DeadLetter> page when context.IsSelected("nodes.body") || context.IsSelected("edges.node.body") => [.. page.Nodes],
        _ => [],
    };
}
