using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Staff;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.RunForums;

/// <summary>
/// What Kent PACT's coordinator does with PACT's own forums, and officers with the council's: they open them, and see to their words, their topics, and
/// who helps to moderate them. Who may is decided by the schema.
/// </summary>
internal static class RunForumEndpoints
{
    private const string Run = "forums.run";

    private static readonly string ListDocument = GraphQLDocument.Read("RunForums/RunForums.graphql");
    private static readonly string ForumDocument = GraphQLDocument.Read("RunForums/RunForum.graphql");
    private static readonly string FacilitatorsDocument = GraphQLDocument.Read("RunForums/Facilitators.graphql");
    private static readonly string EstablishDocument = GraphQLDocument.Read("RunForums/EstablishForum.graphql");
    private static readonly string RewordDocument = GraphQLDocument.Read("RunForums/RewordForum.graphql");
    private static readonly string PublishDocument = GraphQLDocument.Read("RunForums/PublishTopic.graphql");
    private static readonly string CloseDocument = GraphQLDocument.Read("RunForums/CloseTopic.graphql");
    private static readonly string TopicDocument = GraphQLDocument.Read("RunForums/RunTopic.graphql");
    private static readonly string SummaryDocument = GraphQLDocument.Read("RunForums/PublishTopicSummary.graphql");
    private static readonly string PinDocument = GraphQLDocument.Read("RunForums/PinTopic.graphql");
    private static readonly string NameDocument = GraphQLDocument.Read("RunForums/NameFacilitator.graphql");
    private static readonly string RemoveDocument = GraphQLDocument.Read("RunForums/RemoveFacilitator.graphql");

    public static void MapRunForums(this IEndpointRouteBuilder routes, RunFace face)
    {
        var pages = routes.MapGroup(face.List);
        pages.MapGet("", (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ListAsync(face, g, c, ct));
        pages.MapGet("/new", (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowNewAsync(face, g, c, ct));
        pages.MapPost("/new", (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => EstablishAsync(face, g, c, ct));
        pages.MapGet("/{slug}", (string slug, string? after, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(face, slug, after, done, g, c, ct));
        pages.MapGet("/{slug}/words", (string slug, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            WithAsync(face, slug, null, g, c, (forum, _) => Words(forum, forum.Title, forum.Purpose, forum.Version, []), ct));
        pages.MapPost("/{slug}/words", (string slug, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) => SaveWordsAsync(face, slug, g, m, c, ct));
        pages.MapGet("/{slug}/topic", (string slug, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            WithAsync(face, slug, null, g, c, (forum, _) => Topic(forum, Fields.None, FormKey.New(), []), ct));
        pages.MapPost("/{slug}/topic", (string slug, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) => PublishAsync(face, slug, g, m, c, ct));
        pages.MapGet("/{slug}/close/{topic}", (string slug, string topic, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowCloseAsync(face, slug, topic, g, c, ct));
        pages.MapPost("/{slug}/close/{topic}", (string slug, string topic, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            CloseAsync(face, slug, topic, g, m, c, ct));
        pages.MapPost("/{slug}/pin/{topic}", (string slug, string topic, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            PinAsync(face, slug, topic, g, m, c, ct));
        pages.MapGet("/{slug}/summary/{topic}", (string slug, string topic, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowSummaryAsync(face, slug, topic, g, c, ct));
        pages.MapPost("/{slug}/summary/{topic}", (string slug, string topic, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            PublishSummaryAsync(face, slug, topic, g, m, c, ct));
        pages.MapGet("/{slug}/people", (string slug, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            WithAsync(face, slug, null, g, c, (forum, you) => People(forum, you, Fields.None, []), ct));
        pages.MapPost("/{slug}/people", (string slug, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) => NameAsync(face, slug, g, m, c, ct));
        pages.MapPost("/{slug}/people/remove", (string slug, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) => RemoveAsync(face, slug, g, m, c, ct));
    }

    private static async Task<IResult> ListAsync(RunFace face, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, null, context, ct);
        if (reply.Get<Me>("me") is not { SignedIn: true } me)
            throw new SignInNeededException();
        var forums = reply.Get<Connection<RunForumSummary>>("forums")?.Nodes.Where(forum => forum.MayRun && (face.IsPact || forum.Owner == face.Owner)).ToList() ?? [];
        return forums.Count == 0 && !me.MayOpen(face)
            ? throw new NotAllowedException()
            : Page.Of<RunForumsPage>(new { Face = For(face, reply), Forums = forums, MayOpen = me.MayOpen(face) });
    }

    private static async Task<IResult> ShowNewAsync(RunFace face, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (at, me) = await WhoOpensAsync(face, graphQL, context, ct);
        return NewForum(at, me, Fields.None, FormKey.New(), []);
    }

    private static async Task<IResult> EstablishAsync(RunFace face, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (at, me) = await WhoOpensAsync(face, graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var fields = new Fields(name => form[name]);
        var errors = CheckNew(form).ToList();
        if (errors.Count > 0)
            return NewForum(at, me, fields, form["key"], errors);

        var isForUnder18s = form["ageBand"] == NewForumPage.ForUnder18s;
        try
        {
            var reply = await graphQL.ExecuteAsync(
                EstablishDocument,
                new
                {
                    input = new
                    {
                        title = form["title"],
                        purpose = form["purpose"],
                        owner = face.IsPact ? "KENT_PACT" : "COUNCIL",
                        ageBand = form["ageBand"],
                        audience = isForUnder18s ? "YOUNG_PEOPLE" : "PARENTS_AND_CARERS",
                        moderation = form["moderation"],
                        facilitators = NamedIn(form).Select(
                            number => new { personId = form[$"facilitatorId{number}"], role = form[$"role{number}"], vettedOn = form[$"vettedOn{number}"] }),
                        idempotencyKey = form["key"],
                    },
                },
                context,
                ct);
            // Where one of them does not fit, the schema does not say which.
            errors = [.. reply.PayloadErrors("establishForum").Select(error => error.Field == "facilitators" ? error with { Field = "facilitatorId1" } : error)];
            if (errors.Count == 0 && reply.Get<Established>("establishForum") is { Forum.Slug: var slug })
                return Page.SeeOther($"{face.Forum(slug)}?done=opened");
        }
        catch (AddressUnknownException)
        {
            errors = [FieldError.PersonUnknown("facilitatorId1")];
        }

        return NewForum(at, me, fields, form["key"], errors);
    }

    private static IEnumerable<FieldError> CheckNew(SubmittedForm form)
    {
        if (!form.IsTrusted)
            yield return FieldError.PageTooOld;
        if (form["ageBand"] is not (NewForumPage.ForAdults or NewForumPage.ForUnder18s))
            yield return new FieldError("Choose who it is for", "ageBand");
        if (form["moderation"] is not (NewForumPage.Before or NewForumPage.Afterwards))
            yield return new FieldError("Choose when somebody reads what is written", "moderation");
        foreach (var number in NamedIn(form))
        {
            if (form[$"facilitatorId{number}"].Length == 0)
                yield return new FieldError("Enter their code", $"facilitatorId{number}");
            if (!form.HasDay($"vettedOn{number}"))
                yield return new FieldError("Enter the day of their check", $"vettedOn{number}");
        }
    }

    /// <summary>The numbers of those of whom anything is filled in.</summary>
    private static IEnumerable<int> NamedIn(SubmittedForm form) => Enumerable.Range(1, NewForumPage.Facilitators)
        .Where(number => form[$"facilitatorId{number}"].Length > 0 || form[$"role{number}"].Length > 0 || form[$"vettedOn{number}"].Length > 0);

    private static Task<IResult> ShowAsync(RunFace face, string slug, string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(face, slug, after, graphQL, context, (forum, _) => Page.Of<RunForumPage>(new { Forum = forum, Done = done, IsFirst = after is null }), ct);

    private static async Task<IResult> SaveWordsAsync(
        RunFace face, string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(face, slug, null, graphQL, context, async (forum, _) =>
        {
            var version = int.TryParse(form["version"], out var seen) ? seen : forum.Version;
            var errors = form.IsTrusted
                ? await mutation.SendAsync(
                    RewordDocument, "rewordForum", new { forumId = forum.Id, title = form["title"], purpose = form["purpose"], expectedVersion = version }, context, ct)
                : [FieldError.PageTooOld];
            // Whoever sends it again has been told that it is no longer as they saw it.
            return errors.Count == 0
                ? Page.SeeOther($"{face.Forum(slug)}?done=words")
                : Words(forum, form["title"], form["purpose"], errors.Any(e => e.Code == "STALE_VERSION") ? forum.Version : version, errors);
        }, ct);
    }

    private static async Task<IResult> PublishAsync(
        RunFace face, string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(face, slug, null, graphQL, context, async (forum, _) =>
        {
            var errors = new List<FieldError>();
            if (!form.IsTrusted)
                errors.Add(FieldError.PageTooOld);
            if (!form.HasDay("opensOn"))
                errors.Add(new FieldError("Enter the first day", "opensOn"));
            if (!form.HasDay("closesOn"))
                errors.Add(new FieldError("Enter the last day", "closesOn"));
            if (errors.Count == 0)
            {
                errors.AddRange(await mutation.SendAsync(
                    PublishDocument,
                    "publishTopic",
                    new
                    {
                        forumId = forum.Id,
                        question = form["question"],
                        background = form["background"] is { Length: > 0 } background ? background : null,
                        opensOn = form["opensOn"],
                        closesOn = form["closesOn"],
                        idempotencyKey = form["key"],
                    },
                    context, ct));
            }

            return errors.Count == 0 ? Page.SeeOther($"{face.Forum(slug)}?done=published") : Topic(forum, new Fields(name => form[name]), form["key"], errors);
        }, ct);
    }

    private static Task<IResult> ShowCloseAsync(RunFace face, string slug, string topic, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithTopicAsync(
            face, slug, topic, graphQL, context, (forum, found) => Task.FromResult(Page.Of<CloseTopicPage>(new { Forum = forum, Topic = found, Reason = "" })), ct);

    private static async Task<IResult> CloseAsync(
        RunFace face, string slug, string topic, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithTopicAsync(face, slug, topic, graphQL, context, async (forum, found) =>
        {
            var errors = form.IsTrusted
                ? await mutation.SendAsync(CloseDocument, "closeTopic", new { topicId = topic, reason = form["reason"] }, context, ct)
                : [FieldError.PageTooOld];
            return errors.Count == 0
                ? Page.SeeOther($"{face.Forum(slug)}?done=closed")
                : Page.Of<CloseTopicPage>(new { Forum = forum, Topic = found, Reason = form["reason"], Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        }, ct);
    }

    private static Task<IResult> ShowSummaryAsync(RunFace face, string slug, string topic, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithTopicAsync(face, slug, topic, graphQL, context, (forum, found) => Task.FromResult(Summary(forum, found, found.Summary ?? "", found.Version, [])), ct);

    private static async Task<IResult> PublishSummaryAsync(
        RunFace face, string slug, string topic, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithTopicAsync(face, slug, topic, graphQL, context, async (forum, found) =>
        {
            var version = int.TryParse(form["version"], out var seen) ? seen : found.Version;
            var errors = form.IsTrusted
                ? await mutation.SendAsync(
                    SummaryDocument, "publishTopicSummary", new { topicId = topic, text = form["text"], expectedVersion = version }, context, ct)
                : [FieldError.PageTooOld];
            // As with the forum's words: whoever sends it again has been told that somebody was faster.
            return errors.Count == 0
                ? Page.SeeOther($"{face.Forum(slug)}?done=summary")
                : Summary(forum, found, form["text"], errors.Any(e => e.Code == "STALE_VERSION") ? found.Version : version, errors);
        }, ct);
    }

    private static async Task<IResult> PinAsync(
        RunFace face, string slug, string topic, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var pinned = form["pinned"] == "true";
        var errors = form.IsTrusted
            ? await mutation.SendAsync(PinDocument, "pinTopic", new { topicId = topic, pinned }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{face.Forum(slug)}?done={(pinned ? "pinned" : "unpinned")}")
            : await WithAsync(
                face,
                slug,
                null,
                graphQL,
                context,
                (forum, _) => Page.Of<RunForumPage>(new { Forum = forum, IsFirst = true, Errors = errors }, StatusCodes.Status422UnprocessableEntity),
                ct);
    }

    private static async Task<IResult> NameAsync(
        RunFace face, string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(face, slug, null, graphQL, context, async (forum, you) =>
        {
            var errors = new List<FieldError>();
            if (!form.IsTrusted)
                errors.Add(FieldError.PageTooOld);
            if (form["facilitatorId"].Length == 0)
                errors.Add(new FieldError("Enter their code", "facilitatorId"));
            if (!form.HasDay("vettedOn"))
                errors.Add(new FieldError("Enter the day of their check", "vettedOn"));
            if (errors.Count == 0)
            {
                try
                {
                    errors.AddRange(await mutation.SendAsync(
                        NameDocument,
                        "nameFacilitator",
                        new { forumId = forum.Id, facilitatorId = form["facilitatorId"], role = form["role"], vettedOn = form["vettedOn"] },
                        context, ct));
                }
                catch (AddressUnknownException)
                {
                    errors.Add(FieldError.PersonUnknown("facilitatorId"));
                }
            }

            return errors.Count == 0 ? Page.SeeOther($"{face.Forum(slug)}?done=named") : People(forum, you, new Fields(name => form[name]), errors);
        }, ct);
    }

    private static async Task<IResult> RemoveAsync(
        RunFace face, string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(face, slug, null, graphQL, context, async (forum, you) =>
        {
            var errors = form.IsTrusted
                ? await mutation.SendAsync(
                    RemoveDocument, "removeFacilitator", new { forumId = forum.Id, facilitatorId = form["person"], reason = form["reason"] }, context, ct)
                : [FieldError.PageTooOld];
            return errors.Count == 0
                ? Page.SeeOther($"{face.Forum(slug)}?done=removed")
                : People(forum, you, Fields.None, [.. errors.Select(error => error with { Field = error.Field is null ? null : $"{error.Field}-{form["person"]}" })]);
        }, ct);
    }

    private static IResult NewForum(RunFace face, Me me, Fields fields, string key, IReadOnlyList<FieldError> errors) =>
        Page.Of<NewForumPage>(new { Face = face, You = me.Person?.Id, Fields = fields, Key = key, Errors = errors }, errors.Status());

    private static IResult Words(RunForumDetails forum, string title, string purpose, int version, IReadOnlyList<FieldError> errors) =>
        Page.Of<ForumWordsPage>(new { Forum = forum, Title = title, Purpose = purpose, Version = version, Errors = errors }, errors.Status());

    private static IResult Summary(RunForumDetails forum, RunTopic topic, string text, int version, IReadOnlyList<FieldError> errors) =>
        Page.Of<TopicSummaryPage>(new { Forum = forum, Topic = topic, Text = text, Version = version, Errors = errors }, errors.Status());

    private static IResult Topic(RunForumDetails forum, Fields fields, string key, IReadOnlyList<FieldError> errors) =>
        Page.Of<NewTopicPage>(new { Forum = forum, Fields = fields, Key = key, Errors = errors }, errors.Status());

    private static IResult People(RunForumDetails forum, string? you, Fields fields, IReadOnlyList<FieldError> errors) =>
        Page.Of<FacilitatorsPage>(new { Forum = forum, You = you, Fields = fields, Errors = errors }, errors.Status());

    private static Task<IResult> WithAsync(
        RunFace face, string slug, string? after, IEngagementGraphQL graphQL, HttpContext context, Func<RunForumDetails, string?, IResult> show, CancellationToken ct) =>
        WithAsync(face, slug, after, graphQL, context, (forum, you) => Task.FromResult(show(forum, you)), ct);

    /// <summary>Goes on with a forum that whoever asks may run, and with their own code.</summary>
    private static async Task<IResult> WithAsync(
        RunFace face, string slug, string? after, IEngagementGraphQL graphQL, HttpContext context, Func<RunForumDetails, string?, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ForumDocument, new { slug, after }, context, ct);
        var me = reply.Get<Me>("me");
        if (me is not { SignedIn: true })
            throw new SignInNeededException();
        switch (reply.Get<RunForumDetails>("forumBySlug"))
        {
            case null:
                return TroubleEndpoints.NotFound();
            case { Owner: var owner } when !face.IsPact && owner != face.Owner:
                return TroubleEndpoints.NotFound();
            case { MayRun: false }:
                throw new NotAllowedException();
            case var forum:
                // Who they are is for those alone who run the forum, so it is asked for when that is known.
                var named = await graphQL.ExecuteAsync(FacilitatorsDocument, new { slug }, context, ct);
                return await show(forum with { Face = For(face, reply), Facilitators = named.Get<Named>("forumBySlug")?.Facilitators ?? [] }, me.Person?.Id);
        }
    }

    private static Task<IResult> WithTopicAsync(
        RunFace face, string slug, string topic, IEngagementGraphQL graphQL, HttpContext context, Func<RunForumDetails, RunTopic, Task<IResult>> show, CancellationToken ct) =>
        WithAsync(
            face,
            slug,
            null,
            graphQL,
            context,
            async (forum, _) =>
            {
                var reply = await graphQL.ExecuteAsync(TopicDocument, new { topic }, context, ct);
                return reply.Get<RunTopic>("topic") is { } found && found.Forum?.Slug == slug ? await show(forum, found) : TroubleEndpoints.NotFound();
            },
            ct);

    /// <summary>Whoever opens forums for the body whose pages these are.</summary>
    private static async Task<(RunFace Face, Me Me)> WhoOpensAsync(RunFace face, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, null, context, ct);
        return reply.Get<Me>("me") switch
        {
            not { SignedIn: true } => throw new SignInNeededException(),
            var me when !me.MayOpen(face) => throw new NotAllowedException(),
            var me => (For(face, reply), me),
        };
    }

    /// <summary>The face for whoever asks: those for staff show who is at work.</summary>
    private static RunFace For(RunFace face, GraphQLReply reply) => face.IsPact ? face : face with { Viewer = Viewer.Of(reply, Run) };

    private sealed record Me(bool SignedIn, MePerson? Person = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Permissions = null)
    {
        /// <summary>Kent PACT opens its own forums, and the council its own.</summary>
        public bool MayOpen(RunFace face) =>
            Permissions?.Contains(Run) == true && Roles?.Any(role => role.StartsWith("pact-", StringComparison.Ordinal)) == face.IsPact;
    }

    private sealed record Established(EstablishedForum? Forum);

    private sealed record EstablishedForum(string Slug);

    private sealed record MePerson(string Id);

    private sealed record Named(IReadOnlyList<ForumFacilitator>? Facilitators);
}
