using Bogus;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Paper;
using Engagement.Seeder.Texts;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>
/// The consultation on the SEND Strategy, 23 September to 10 November 2024, with the closing date put right to 11 November, what was said in it, and
/// what the committee of January 2025 made of it.
/// </summary>
internal static class StrategyStory
{
    public const string Name = "strategy-2025";

    /// <summary>Responses on paper that were keyed when all the others were there, though some of them were older.</summary>
    public const int KeyedLate = 5;

    /// <summary>The paper form that two people read differently at first.</summary>
    public const int Misread = 3;

    /// <summary>How many paper forms come as one file from another office, before those that are typed in last.</summary>
    public const int InFile = 10;

    /// <summary>The online response whose author changed an answer.</summary>
    public const int Amended = 12;

    /// <summary>The online response whose author took it back.</summary>
    public const int Withdrawn = 31;

    private const int Seed = 2024_09;
    private const int Evening = 14;

    private static readonly DateOnly Drafted = new(2024, 7, 8);
    private static readonly DateOnly Opens = new(2024, 9, 23);
    private static readonly DateOnly Closes = new(2024, 11, 10);
    private static readonly DateOnly ClosesReally = new(2024, 11, 11);
    private static readonly DateOnly Corrected = new(2024, 10, 21);
    private static readonly DateOnly ReadFrom = new(2024, 11, 13);
    private static readonly DateOnly ReadAgain = new(2024, 12, 6);
    private static readonly DateOnly Reported = new(2024, 12, 18);
    private static readonly ViewWriter Writer = new(Seed);

    public static string ThemeName(TextPoint point) => $"{Name}:theme:{point.Key}";

    public static string ResponseKey(string group, int number) => $"{Name}:{group}-{number}";

    public static Guid WaveId { get; } = Wave.IdFor(Storyteller.IdOf("consultation", Name));

    public static Guid ResponseIdOf(PlannedResponse response) => response.Channel == Channel.Paper
        ? PaperRoom.ResponseIdOf(WaveId, PaperRoom.FormNumber(response.Number))
        : Response.IdFor(WaveId, Storyteller.KeyOf(response.Name));

    /// <summary>The form that came late.</summary>
    public static string LateForm => $"{PaperRoom.FormNumber(0)}-late";

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        var consultation = await OpenAsync(teller);
        await SurveyAsync(teller);
        var wave = await teller.Surveys.OpenWaveAsync(
            new OpenWave(consultation, Storyteller.IdOf("instrument", $"{Name}:survey")),
            Storyteller.OfficerOn(Opens.AddDays(-4), $"{Name}:wave"),
            teller.CancellationToken);

        IReadOnlyList<PlannedResponse> responses = [.. Plan(size)];
        IReadOnlyList<PlannedResponse> online = [.. responses.Where(response => response.Channel != Channel.Paper)];
        var corrected = Storyteller.OfficerOn(Corrected, $"{Name}:closing-date");
        await SubmitAsync(teller, wave, online.Where(response => response.At < corrected.OccurredAt), progress);
        await teller.Consultations.CorrectClosingDateAsync(
            new CorrectClosingDate(
                consultation,
                ClosesReally,
                "Two of our pages named the 10th and two the 11th. Whoever read the later date must be able to answer.",
                "https://council.example.test/send-strategy-2025"),
            corrected,
            teller.CancellationToken);
        await SubmitAsync(teller, wave, online.Where(response => response.At >= corrected.OccurredAt), progress);
        await KeyAsync(teller, wave, [.. responses.Where(response => response.Channel == Channel.Paper)], progress);
        await ChangeAsync(teller, wave, responses);
        await teller.Consultations.CloseAsync(
            new CloseConsultation(consultation), Storyteller.OfficerOn(ClosesReally.AddDays(1), $"{Name}:close"), teller.CancellationToken);
        await teller.Surveys.CloseWaveAsync(
            new CloseWave(wave), Storyteller.OfficerOn(ClosesReally.AddDays(1), $"{Name}:close-wave"), teller.CancellationToken);

        await teller.Consultations.AcceptLateSubmissionsAsync(
            new AcceptLateSubmissions(
                consultation, ReadFrom, "Families whose letters were posted in time", "Letters lay at another office while the consultation closed"),
            Storyteller.OfficerOn(ReadFrom, $"{Name}:accept-late"),
            teller.CancellationToken);
        await AcceptLateAsync(teller, wave);
        await teller.Responses.VoidAsync(
            new VoidResponse(Response.IdFor(wave, Storyteller.KeyOf(ResponseKey("online-and-paper", 1))), VoidReason.Duplicate),
            Storyteller.OfficerOn(ReadFrom, $"{Name}:void"),
            teller.CancellationToken);
        var gone = new HashSet<string> { ResponseKey("online", Withdrawn), ResponseKey("online-and-paper", 1) };
        await ReadAsync(teller, consultation, [.. responses.Where(response => !gone.Contains(response.Name))], progress);
        await ReportAsync(teller, consultation);
        await StrategyLoops.TellAsync(teller);
        await new StrategyRecords(teller, online => ReceiptAsync(teller, wave, responses, online)).TellAsync();
    }

    /// <summary>Who answers: online mostly parents; the Easy Read forms are young people's.</summary>
    internal static IEnumerable<PlannedResponse> Plan(StorySize size)
    {
        for (var i = 1; i <= size.Online; i++)
        {
            var random = RandomFor(1, i);
            var voice = random.WeightedRandom([Voice.Parents, Voice.YoungPeople, Voice.Organisations], [0.72f, 0.12f, 0.16f]);
            var channel = random.WeightedRandom([Channel.Web, Channel.Api], [0.95f, 0.05f]);
            yield return Planned("online", i, Moment(random, Closes), channel, StrategySurvey.Answer(Writer, voice, false, i, random));
        }

        for (var i = 1; i <= size.Paper; i++)
        {
            var random = RandomFor(2, i);
            // The first form on paper says what the same parent had sent online.
            var form = i == 1
                ? StrategySurvey.Answer(Writer, Voice.Parents, false, 1_101, RandomFor(3, 1_101))
                : StrategySurvey.Answer(Writer, Voice.Parents, false, 20_000 + i, random);
            yield return Planned("paper", i, Moment(random, ClosesReally), Channel.Paper, form);
            if (i == 1)
                yield return Planned("online-and-paper", 1, Moment(random, Closes), Channel.Web, form);
        }

        for (var i = 1; i <= size.EasyRead; i++)
        {
            var random = RandomFor(4, i);
            yield return Planned("easy-read", i, Moment(random, Closes), Channel.Web, StrategySurvey.Answer(Writer, Voice.YoungPeople, true, i, random));
        }

        for (var i = 1; i <= size.Organisations; i++)
        {
            var random = RandomFor(5, i);
            var form = StrategySurvey.Answer(Writer, Voice.Organisations, false, 40_000 + i, random);
            yield return Planned("organisation", i, Moment(random, Closes), Channel.Web, AllDisagree(form));
        }
    }

    /// <summary>Where all of a small group give one answer, the figure tells what each of them said.</summary>
    private static AnsweredForm AllDisagree(AnsweredForm form) => form with
    {
        Answers = [.. form.Answers.Where(answer => answer.QuestionKey != "P3"), new GivenAnswer("P3", "disagree", null)],
    };

    private static PlannedResponse Planned(string group, int number, DateTimeOffset at, Channel channel, AnsweredForm form) =>
        new(ResponseKey(group, number), number, at, channel, form);

    private static async Task<Guid> OpenAsync(Storyteller teller)
    {
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                "SEND Strategy 2025 to 2028 (demonstration)",
                "SEND Family Engagement Officer",
                "Cabinet Member for Education and Skills",
                new DateOnly(2025, 1, 16),
                AudienceIncludesChildren: true),
            Storyteller.OfficerOn(Drafted, Name),
            teller.CancellationToken);
        await teller.Consultations.SayWhatItIsAboutAsync(
            new SayWhatItIsAbout(id, [SubjectArea.SchoolAndCollege, SubjectArea.AssessmentsAndPlans, SubjectArea.Health, SubjectArea.AdultLife], []),
            Storyteller.OfficerOn(Drafted, $"{Name}:subject"),
            teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(id, StrategyWords.Proposal, StrategyWords.Reasons, StrategyWords.Impacts),
            Storyteller.OfficerOn(new DateOnly(2024, 8, 5), $"{Name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/send-strategy-2025"),
            Storyteller.OfficerOn(new DateOnly(2024, 8, 12), $"{Name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/send-strategy-2025/easy-read"),
            Storyteller.OfficerOn(new DateOnly(2024, 9, 2), $"{Name}:easy-read"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.Paper, "en", "Participation officer", null),
            Storyteller.OfficerOn(new DateOnly(2024, 9, 3), $"{Name}:paper"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(id, Opens, Closes, null), Storyteller.OfficerOn(new DateOnly(2024, 9, 16), $"{Name}:open"), teller.CancellationToken);
        return id;
    }

    /// <summary>The questions, under what is proposed, and the same in Easy Read.</summary>
    private static async Task SurveyAsync(Storyteller teller)
    {
        var day = Drafted.AddDays(40);
        await teller.SurveyAsync(
            $"{Name}:survey",
            day,
            "SEND Strategy survey (demonstration)",
            [.. StrategySurvey.Questions.Select(question => question with { Section = StrategySurvey.SectionKey })],
            new Section(StrategySurvey.SectionKey, "Our plan", StrategyWords.Proposal, []));
        var instrument = Storyteller.IdOf("instrument", $"{Name}:survey");
        await teller.Surveys.WriteRenditionAsync(
            new WriteRendition(instrument, StrategyRendition.EasyRead, 1, StrategyRendition.Items),
            Storyteller.OfficerOn(day.AddDays(5), $"{Name}:survey:easy-read"),
            teller.CancellationToken);
        await teller.Surveys.ApproveRenditionAsync(
            new ApproveRendition(instrument, StrategyRendition.EasyRead, 1, "Youth reader"),
            Storyteller.OfficerOn(day.AddDays(12), $"{Name}:survey:easy-read-approved") with { ActorRole = "youth-participation-officer" },
            teller.CancellationToken);
    }

    /// <summary>Forms are typed in as they come, ten come as a file, and a few are found at the end although some of them are older.</summary>
    private static async Task KeyAsync(Storyteller teller, Guid wave, IReadOnlyList<PlannedResponse> forms, LoadProgress progress)
    {
        var room = new PaperRoom(teller, wave);
        var last = forms.Count - Math.Min(KeyedLate, forms.Count);
        var inFile = Math.Min(InFile, last);
        await teller.AtOnceAsync(forms.Take(last - inFile), async form =>
        {
            await room.KeyAsync(form, LondonCalendar.DayOf(form.At).AddDays(1), form.Number == Misread);
            progress.Advance();
        });
        await room.ImportAsync([.. forms.Skip(last - inFile).Take(inFile)], ClosesReally, $"{Name}:paper-file");
        progress.Advance(inFile);
        await teller.AtOnceAsync(forms.Skip(last), async form =>
        {
            await room.KeyAsync(form, ClosesReally, misread: false);
            progress.Advance();
        });
    }

    /// <summary>A letter that was posted in time and lay at the wrong office.</summary>
    private static Task AcceptLateAsync(Storyteller teller, Guid wave)
    {
        var form = StrategySurvey.Answer(Writer, Voice.Parents, false, 60_001, RandomFor(6, 1));
        GivenAnswer[] answers = [.. form.Answers.Where(answer => answer.Text is null)];
        return new PaperRoom(teller, wave).KeyAsync(
            LateForm,
            new PaperSheet(
                ReadFrom, new FilledForm(answers, form.Proxy) { Audience = form.Audience }, "Posted on 8 November, and delivered to another office"),
            ResponseKey("late", 1),
            ReadFrom,
            misread: false);
    }

    /// <summary>Two people come back with their receipts on the last day.</summary>
    private static async Task ChangeAsync(Storyteller teller, Guid wave, IReadOnlyList<PlannedResponse> responses)
    {
        var (amended, first) = await ReceiptAsync(teller, wave, responses, Amended);
        GivenAnswer[] answers =
        [
            .. amended.Form.Answers.Where(answer => answer.QuestionKey != "district"),
            new GivenAnswer("district", DistrictShares.Unknown, null),
        ];
        await teller.Responses.AmendAsync(
            new AmendResponse(first.Reference, first.Secret, new FilledForm(answers, amended.Form.Proxy) { Audience = amended.Form.Audience }),
            By("amend"),
            teller.CancellationToken);
        var (_, second) = await ReceiptAsync(teller, wave, responses, Withdrawn);
        await teller.Responses.WithdrawAsync(new WithdrawResponse(second.Reference, second.Secret), By("withdraw"), teller.CancellationToken);

        static CommandContext By(string name) => Storyteller.OfficerOn(ClosesReally, $"{Name}:{name}") with { ActorRole = "public" };
    }

    /// <summary>Sent again, a response gets the receipt that it got.</summary>
    private static async Task<(PlannedResponse Response, IssuedReceipt Receipt)> ReceiptAsync(
        Storyteller teller, Guid wave, IReadOnlyList<PlannedResponse> responses, int online)
    {
        var response = responses.Single(one => one.Name == ResponseKey("online", online));
        return (response, await SubmitAsync(teller, wave, response));
    }

    private static Task<IssuedReceipt> SubmitAsync(Storyteller teller, Guid wave, PlannedResponse response) => teller.Surveys.SubmitAsync(
        new SubmitResponse(wave, Storyteller.KeyOf(response.Name), response.Form.Answers, response.Form.Proxy, response.Channel)
        {
            Audience = response.Form.Audience,
            Rendition = response.Form.Rendition,
        },
        Storyteller.PublicAt(response.At),
        teller.CancellationToken);

    private static Task SubmitAsync(Storyteller teller, Guid wave, IEnumerable<PlannedResponse> responses, LoadProgress progress) =>
        teller.AtOnceAsync(responses, async response =>
        {
            await SubmitAsync(teller, wave, response);
            progress.Advance();
        });

    private static async Task ReadAsync(Storyteller teller, Guid consultation, IReadOnlyList<PlannedResponse> responses, LoadProgress progress)
    {
        await teller.AtOnceAsync(TextBank.Instance.Points, point => teller.Feedback.OpenThemeAsync(
            new OpenTheme(consultation, point.Title, point.YouSaid), Storyteller.OfficerOn(ReadFrom, ThemeName(point)), teller.CancellationToken));

        var first = new CodingPile(Name, point => Storyteller.IdOf("theme", ThemeName(point)));
        var again = new CodingPile($"{Name}:again", point => Storyteller.IdOf("theme", ThemeName(point)));
        foreach (var (order, response) in responses.Index())
        {
            foreach (var view in response.Form.Views)
            {
                var id = View.IdFor(ResponseIdOf(response), view.QuestionKey);
                var found = Coder.Read(view.Written, Seed, view.Written.Text.Length * 7 + response.Number);
                // What the first reader leaves unread is read before the report is written.
                if (found is { Count: 0 })
                    again.Add(id, order, view.Written.Points);
                else
                    first.Add(id, order, found);
            }
        }

        await first.CodeAsync(teller, ReadFrom.AddDays(1), days: 21);
        await again.CodeAsync(teller, ReadAgain, days: 3);
        progress.Advance(responses.Count);
    }

    /// <summary>Says of every theme what becomes of it, and publishes the report that the committee reads.</summary>
    private static async Task ReportAsync(Storyteller teller, Guid consultation)
    {
        await teller.AtOnceAsync(TextBank.Instance.Points, point => teller.Themes.GiveDispositionAsync(
            new DisposeTheme(Storyteller.IdOf("theme", ThemeName(point)), DispositionOf(point), point.Because),
            Storyteller.OfficerOn(Reported.AddDays(-5), $"{ThemeName(point)}:disposition"),
            teller.CancellationToken));
        await teller.Consultations.PublishReportAsync(
            new PublishReport(consultation, "https://council.example.test/send-strategy-2025/report"),
            Storyteller.OfficerOn(Reported, $"{Name}:report"),
            teller.CancellationToken);
    }

    private static Disposition DispositionOf(TextPoint point) => point.Answer switch
    {
        AnswerKind.WeCannot => Disposition.NotAccepted,
        _ when !StrategyLoops.Points.Contains(point) => Disposition.NeedsMoreWork,
        AnswerKind.WeDid => Disposition.Accepted,
        _ => Disposition.PartlyAccepted,
    };

    /// <summary>Many in the first days and many in the last.</summary>
    private static DateTimeOffset Moment(Randomizer random, DateOnly last)
    {
        var days = last.DayNumber - Opens.DayNumber;
        var day = random.Int(0, 2) switch
        {
            0 => random.Int(0, 7),
            1 => random.Int(0, days),
            _ => days - random.Int(0, 9),
        };
        return new DateTimeOffset(Opens.AddDays(day), new TimeOnly(7 + random.Int(0, Evening), random.Int(0, 59)), TimeSpan.Zero);
    }

    private static Randomizer RandomFor(int group, int number) => new(unchecked(Seed + group * 10_000_019 + number * 104_729));
}
