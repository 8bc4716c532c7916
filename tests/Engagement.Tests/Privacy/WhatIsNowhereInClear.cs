using System.Reflection;
using Engagement.Activities;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Notifications;
using Engagement.Paper;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using Engagement.Tests.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tests.Shared;

namespace Engagement.Tests.Privacy;

/// <summary>A word of its own is written through every input of the platform. Then everything that the platform keeps and says is searched for it.</summary>
public sealed class WhatIsNowhereInClear : PlatformTest
{
    /// <summary>Where words of people may be read, each with the screen that is for reading them. All of it goes with the key.</summary>
    private static readonly IReadOnlyDictionary<string, string> Screens = new Dictionary<string, string>
    {
        ["engagement.views.text"] = "the officers' list of views, which coders read",
        ["engagement.views.words"] = "the search of that list",
    };

    private readonly Overheard _overheard = new();
    private readonly Dictionary<string, string> _written = [];
    private readonly List<string> _messages = [];

    [Fact]
    public void Every_input_has_been_thought_about()
    {
        string[] thought = [.. Inputs.Personal, .. Inputs.Secret, .. Inputs.Official, .. Inputs.Codes];

        thought.Distinct().Count().ShouldBe(thought.Length, "each is in one list");
        Inputs.All.Distinct().Except(thought).ShouldBeEmpty("these are in no list of Inputs: can they hold what a person said, or what is known of them?");
        thought.Except(Inputs.All).ShouldBeEmpty("these are no inputs any more");
    }

    [Fact]
    public async Task Marked_words_are_found_only_where_a_screen_needs_them()
    {
        await RestartAsync(runsInBackground: true, clock: null, (_, services) => services.AddLogging(
            logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_overheard)));
        var known = await WriteAsync();
        await Platform.CatchUpAsync();
        _written.Keys.ShouldBe(Inputs.Personal, ignoreOrder: true, "every personal input is written through once at least");
        var found = await EverywhereAsync(_written);

        found.Where(one => !Screens.ContainsKey(one.Where)).Select(one => $"{one.Input} in {one.Where}").ShouldBeEmpty();
        found.Select(one => one.Where).Distinct().ShouldBe(Screens.Keys, ignoreOrder: true, "a place that holds none is taken off the list");

        // Whatever else can be said, in commands that succeed and in commands that are refused.
        var filler = await TryEverythingAsync(known);
        await Platform.CatchUpAsync();
        string[] mayHold = ["public.mt_events.data", "public.mt_doc_", "engagement."];
        foreach (var (input, where) in await EverywhereAsync(filler.Marks))
        {
            var path = Inputs.All.FirstOrDefault(one => one == input) ?? input;
            if (Inputs.Personal.Contains(path))
                Screens.Keys.ShouldContain(where, path);
            else if (Inputs.Secret.Contains(path))
                throw new ShouldAssertException($"{path} is in {where}");
            else
                mayHold.Any(place => where.StartsWith(place, StringComparison.Ordinal)).ShouldBeTrue($"{path} is in {where}");
        }

        string[] marks = [.. _written.Values, .. filler.Marks.Values];
        _overheard.Said.Count.ShouldBeGreaterThan(100, "logs, spans and measurements are heard");
        _overheard.Said.Where(said => marks.Any(mark => said.Contains(mark, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        _messages.Where(message => marks.Any(mark => message.Contains(mark, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    /// <summary>Says a word of its own through every personal input; gives the ids of what came of it.</summary>
    private async Task<Dictionary<string, Guid>> WriteAsync()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var (forum, topic) = await Platform.PublishTopicAsync();
        var participants = Platform.Get<ParticipantCommands>();
        var person = await participants.JoinAsync(new Join(AgeBand.Over25), Story.Parent, default);
        await participants.DeclareCharacteristicAsync(
            new DeclareCharacteristic(person, Characteristic.Need, Word("DeclareCharacteristic.Value")), Story.Parent, default);
        await participants.RecordAccessNeedAsync(new RecordAccessNeed(person, Word("RecordAccessNeed.Need")), Story.Parent, default);
        await Platform.Get<PrivacyCommands>().SetHoldAsync(
            new SetSafeguardingHold(person, Story.Today.AddDays(9), Word("SetSafeguardingHold.Reason")), ForumStories.SafeguardingLead, default);

        var receipt = await Platform.SubmitAsync(wave, "a", $"{Word("SubmitResponse.Answers[].Text")} {Word("QuoteView.Quote")}", person);
        var amended = await Platform.SubmitAsync(wave, "b", "We wait");
        await Platform.Responses.AmendAsync(
            new AmendResponse(amended.Reference, amended.Secret, Form("AmendResponse.Form.Answers[].Text")), Story.Parent, default);
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "draft", Form("SaveDraft.Form.Answers[].Text")), default);
        var sheet = new PaperSheet(Story.Today, Form("KeyPaperForm.Sheet.Form.Answers[].Text"));
        foreach (var by in new[] { CodingStory.FirstCoder, CodingStory.SecondCoder })
            await Platform.Paper.KeyAsync(new KeyPaperForm(wave, "A-1", sheet), by, default);

        await Platform.Paper.ImportAsync(
            new ImportPaperBatch(wave, $"form,received,change\nA-2,{Story.Today:yyyy-MM-dd},{Word("ImportPaperBatch.File")}\n", Guid.NewGuid()),
            CodingStory.FirstCoder,
            default);

        var contribute = Platform.Get<ContributionCommands>();
        var moderate = Platform.Get<ModerationCommands>();
        var post = await Platform.PostAsync(topic, Word("PostContribution.Text"), ErasureStory.As(person));
        await contribute.EditAsync(new EditContribution(post.Id, Word("EditContribution.Text")), ErasureStory.As(person), default);
        await Platform.RefuseAsync(post.Id);
        await contribute.AppealAsync(new MakeAppeal(post.Id, Word("MakeAppeal.Text")), ErasureStory.As(person), default);
        var worrying = await Platform.PostAsync(topic, "Two", ErasureStory.As(person));
        await moderate.HoldAsync(
            new HoldContribution(worrying.Id, HoldReason.PossibleDisclosure, "Someone will read this", Word("HoldContribution.SafeguardingNote")),
            ForumStories.Officer,
            default);

        var item = (await Platform.Get<SafeguardingReads>().OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 10, default)).Items[0].Id;

        var log = Platform.Get<LogCommands>();
        var entry = await log.LogAsync(new LogFeedback(FeedbackKind.Complaint, "transport", Word("LogFeedback.Words"), Story.Today, null), Story.Officer, default);
        await log.AnswerAsync(new AnswerFeedback(entry, Word("AnswerFeedback.Answer")), Story.Officer, default);
        await log.DrawLessonAsync(new DrawLesson(entry, Word("DrawLesson.Lesson")), Story.Officer, default);
        var activity = await ActivityAsync(consultation);

        var view = Story.ViewOf(receipt);
        var loop = await Platform.DecideAsync(consultation, view);
        var card = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull();
        await Platform.Get<CodingCommands>().QuoteViewAsync(
            new QuoteView(view, card.ThemeId, _written["QuoteView.Quote"]), mayQuote: true, CodingStory.FirstCoder, default);
        await Platform.PublishAsync(loop);
        await Platform.EventAsync<ContributorsTold>();
        await Platform.Feedback.AskForConfirmationAsync(new AskForConfirmation(loop), Story.Officer, default);
        await Platform.Feedback.GiveConfirmationAsync(
            new GiveConfirmation(loop, receipt.Reference, receipt.Secret, ConfirmationAnswer.No, Word("GiveConfirmation.Comment")), Story.Parent, default);
        await MessageAsync(receipt, loop, person);
        await Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default);

        return new Dictionary<string, Guid>
        {
            ["Anything"] = Guid.NewGuid(),
            ["ConsultationId"] = consultation,
            ["WaveId"] = wave,
            ["ForumId"] = forum,
            ["TopicId"] = topic,
            ["ParticipantId"] = person,
            ["SubjectId"] = person,
            ["ResponseId"] = receipt.ResponseId,
            ["ViewId"] = view,
            ["ThemeId"] = card.ThemeId,
            ["LoopId"] = loop,
            ["ContributionId"] = worrying.Id,
            ["ItemId"] = item,
            ["LogEntryId"] = entry,
            ["ActivityId"] = activity,
            ["InstrumentId"] = (await Platform.SurveyReads.FindSurveyAsync(wave, default)).ShouldNotBeNull().Wave.InstrumentId,
        };
    }

    /// <summary>Gives an address, in an account too, and answers by the link of the message that asks.</summary>
    private async Task MessageAsync(IssuedReceipt receipt, Guid loop, Guid person)
    {
        await Platform.Get<FollowCommands>().FollowAsync(
            new FollowResponse(
                receipt.Reference, receipt.Secret, $"{Word("FollowResponse.Address")}@example.test", MayWrite: true, NotificationAudience.Families, "en-GB"),
            Story.Parent,
            default);
        await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        await Platform.Get<AccountAddressCommands>().GiveAsync(
            person, new GiveAddress($"{Word("GiveAddress.Address")}@example.test", NotificationAudience.Families, "en-GB"), Story.Parent, default);
        await Platform.Get<ReminderCommands>().AskAsync(
            Guid.NewGuid(), ["loops.decide"], new AskForReminders($"{Word("AskForReminders.Address")}@council.example.test", ReminderCommands.Choices), Story.Officer, default);
        await using var asked = Platform.Get<NpgsqlDataSource>().CreateCommand(
            """
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select gen_random_uuid(), recipient_id, response_id, 'ConfirmationAsked', $1, $1, now(), now() from engagement.notification_follows returning id
            """);
        asked.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = loop });
        var question = (Guid)(await asked.ExecuteScalarAsync())!;
        var recipient = await Platform.ScalarAsync<Guid>($"select recipient_id from engagement.notifications where id = '{question}'");
        await Platform.Get<NotificationCommands>().AnswerAsync(
            new AnswerByMessage(Platform.Get<NotificationTokens>().OfQuestion(question, await Platform.MailboxAsync(recipient)), ConfirmationAnswer.Partly, Word("AnswerByMessage.Comment")), Story.Parent, default);
    }

    private async Task<Guid> ActivityAsync(Guid consultation)
    {
        var activities = Platform.Get<ActivityCommands>();
        var id = await activities.PlanAsync(
            new PlanActivity(
                "Coffee morning",
                ActivityKind.Workshop,
                EngagementLevel.Consulting,
                Audience.ParentsAndCarers,
                false,
                consultation,
                Story.Today,
                null,
                CycleStage.Analyse,
                new LundyPlan("A hall", "Talk", "The board", "It decides"),
                null),
            Story.Officer,
            default);
        await activities.HoldAsync(new HoldActivity(id, Story.Today), Story.Officer, default);
        await activities.RecordNotesAsync(
            new RecordNotes(id, [new ActivityNote(Word("RecordNotes.Notes[].Words"), false, null, null, null)]), Story.Officer, default);
        return id;
    }

    /// <summary>Asks for everything there is, once with every word marked, and keeps what is answered.</summary>
    private async Task<Filler> TryEverythingAsync(Dictionary<string, Guid> known)
    {
        var filler = new Filler(known);
        var context = new CommandContext("safeguarding-lead", ActorId: Guid.NewGuid());
        var done = 0;
        foreach (var method in Inputs.Methods.Concat(Inputs.RecordedReads))
        {
            var arguments = method.GetParameters().Select(p => ArgumentFor(p, filler, context)).ToArray();
            try
            {
                await (Task)method.Invoke(Platform.Services.GetRequiredService(method.DeclaringType!), arguments)!;
                done++;
            }
            catch (EngagementException refused)
            {
                _messages.Add(refused.ToString());
            }
        }

        done.ShouldBeGreaterThan(10, "not everything is refused");
        _messages.Count.ShouldBeGreaterThan(10, "and not everything succeeds");
        return filler;
    }

    private static object? ArgumentFor(ParameterInfo parameter, Filler filler, CommandContext context) => parameter.ParameterType switch
    {
        var type when type == typeof(CommandContext) => context,
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        var type when Inputs.IsCommand(type) => filler.Make(type),
        _ => filler.Make(parameter),
    };

    private async Task<IReadOnlyList<(string Input, string Where)>> EverywhereAsync(IReadOnlyDictionary<string, string> marks)
    {
        var found = new List<(string, string)>();
        foreach (var (place, text) in await Platform.Get<NpgsqlDataSource>().TextsAsync())
            found.AddRange(marks.Where(mark => text.Contains(mark.Value, StringComparison.OrdinalIgnoreCase)).Select(mark => (mark.Key, place)));

        return found;
    }

    private string Word(string input) => _written[input] = $"zqw{_written.Count}x";

    private FilledForm Form(string input) =>
        new([new GivenAnswer("P1", "agree", null), new GivenAnswer("phase", "primary", null), new GivenAnswer("change", null, Word(input))]);
}
