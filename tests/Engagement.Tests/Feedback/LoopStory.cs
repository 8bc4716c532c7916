using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Tests.Feedback;

/// <summary>The events of a loop that comes to its end, one by one.</summary>
internal static class LoopStory
{
    public static readonly DateOnly Day = new(2024, 9, 23);

    public static readonly Guid LoopId = Guid.Parse("11111111-1111-4111-8111-111111111111");

    public static readonly Guid Officer = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b0aa");

    public static readonly Guid Parent = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b0bb");

    public static readonly ThemeCard Point = new()
    {
        Id = Guid.Parse("88888888-8888-4888-8888-888888888888"),
        ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444"),
        Title = "Inconsistent messages",
        Summary = "s",
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    public static readonly string Address = Slug.For(Point.Title, LoopId);

    public static readonly LoopOpened Opened = new(Point.Id, Point.ConsultationId);

    public static readonly DecisionRecorded WeWill = new(
        DecisionOutcome.WeWill, Day, "Director of SEND", "Families asked for it", "A helpline, which would cost more", null, null);

    public static readonly DecisionRecorded WeCannot = WeWill with { Outcome = DecisionOutcome.WeCannot };

    public static readonly CommitmentMade Promise = new(1, "A named contact for each family", "Assistant director", Day.AddDays(90));

    public static readonly ActionTaken Deed = new("Each family has a named contact", "https://council.example.test/contacts", Day, [1]);

    public static readonly EntryWords Words = new("You said", "We answer", [], [], []);

    public static readonly EntryDrafted Drafted = new(Words, Officer);

    public static readonly EntryApproved Approved = new(FamilyReader.ParentForum, Parent);

    public static readonly ContributorsTold Told = new("tracking page", 12);

    public static EntryPublished Published(EntryState state) => new(Address, state, Words);
}
