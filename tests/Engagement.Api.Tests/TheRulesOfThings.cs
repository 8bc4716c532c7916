using System.Security.Claims;
using Engagement.Activities;
using Engagement.Api.Authorization;
using Engagement.Consultations;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Releases;

namespace Engagement.Api.Tests;

/// <summary>
/// The rules of single things for every role: a body's own forum, a facilitator's own space, an author's own post, an officer's own area. What is
/// expected is written out here, and whoever is not named is refused.
/// </summary>
public sealed class TheRulesOfThings
{
    private static readonly Guid Me = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b006");
    private static readonly Guid Another = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b007");

    private static readonly string[] Pact = [Roles.PactForumCoordinator];
    private static readonly string[] Officers = [Roles.ParticipationOfficer, Roles.YouthParticipationOfficer];
    private static readonly string[] Moderators = [.. Officers, Roles.Moderator];
    private static readonly string[] WhomeverItNames = [.. Pact, .. Moderators, Roles.YouthFacilitator];
    private static readonly string[] Families = [Roles.ParentOrCarer, Roles.YoungPerson, Roles.OrganisationRespondent, Roles.PactMember];

    public static TheoryData<string> Everybody { get; } = [.. Roles.All];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_is_run_by_its_own_body(string role)
    {
        foreach (var age in Enum.GetValues<ForumAgeBand>())
        {
            Allows(role, Permissions.RunForums, Forum(ForumOwner.KentPact, age)).ShouldBe(Pact.Contains(role));
            Allows(role, Permissions.RunForums, Forum(ForumOwner.Council, age)).ShouldBe(Officers.Contains(role));
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_of_Kent_PACT_is_moderated_by_PACT_or_by_whomever_it_names(string role)
    {
        Allows(role, Permissions.Moderate, Forum(ForumOwner.KentPact, ForumAgeBand.EighteenAndOver)).ShouldBe(Pact.Contains(role));
        Allows(role, Permissions.Moderate, Forum(ForumOwner.KentPact, ForumAgeBand.EighteenAndOver, Me)).ShouldBe(WhomeverItNames.Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_of_the_council_is_moderated_by_the_council_or_by_whomever_it_names(string role)
    {
        Allows(role, Permissions.Moderate, Forum(ForumOwner.Council, ForumAgeBand.EighteenAndOver)).ShouldBe(Moderators.Contains(role));
        Allows(role, Permissions.Moderate, Forum(ForumOwner.Council, ForumAgeBand.EighteenAndOver, Me)).ShouldBe(WhomeverItNames.Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_for_under_18s_is_moderated_by_whomever_it_names_and_by_nobody_else(string role)
    {
        foreach (var owner in Enum.GetValues<ForumOwner>())
        {
            Allows(role, Permissions.Moderate, Forum(owner, ForumAgeBand.Under18, Another)).ShouldBeFalse();
            Allows(role, Permissions.Moderate, Forum(owner, ForumAgeBand.Under18, Me, Another)).ShouldBe(WhomeverItNames.Contains(role));
        }
    }

    [Fact]
    public void A_coordinator_whose_account_names_forums_runs_those_and_no_other_of_their_body()
    {
        var (own, other) = (Forum(ForumOwner.KentPact, ForumAgeBand.EighteenAndOver), Forum(ForumOwner.KentPact, ForumAgeBand.EighteenAndOver) with { Id = Me });
        var coordinator = AskerOf(Roles.PactForumCoordinator, new Claim("space", own.Id.ToString()));

        Kind(own).Allows(coordinator, Permissions.RunForums, own).ShouldBeTrue();
        Kind(own).Allows(coordinator, Permissions.RunForums, other).ShouldBeFalse();
        Kind(own).Allows(coordinator, Permissions.Moderate, other).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_cannot_be_run_or_moderated_by_somebody_without_a_pseudonym(string role)
    {
        var forum = Forum(ForumOwner.KentPact, ForumAgeBand.EighteenAndOver, Guid.Empty);
        var unknown = Asker.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "Test")));

        Kind(forum).Allows(unknown, Permissions.Moderate, forum).ShouldBeFalse();
        Kind(forum).Allows(unknown, Permissions.RunForums, forum).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_forum_is_established_by_its_own_body(string role)
    {
        Begins(role, "establishForum", Permissions.RunForums, ("owner", ForumOwner.KentPact)).ShouldBe(Pact.Contains(role));
        Begins(role, "establishForum", Permissions.RunForums, ("owner", ForumOwner.Council)).ShouldBe(Officers.Contains(role));
        Begins(role, "establishForum", Permissions.RunForums).ShouldBeFalse();
    }

    [Fact]
    public void An_account_that_names_forums_establishes_none() => TheObjectRules.All.AboutOf("establishForum")!
        .Allows(
            AskerOf(Roles.PactForumCoordinator, new Claim("space", Another.ToString())),
            Permissions.RunForums,
            new Dictionary<string, object?> { ["owner"] = ForumOwner.KentPact })
        .ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Activities_and_complaints_are_begun_by_officers_of_the_area_they_lie_in(string role)
    {
        Begins(role, "planActivity", Permissions.EditActivities, ("district", "E07000114")).ShouldBe(Officers.Contains(role), "Thanet is in the East");
        Begins(role, "planActivity", Permissions.EditActivities, ("district", "E07000107")).ShouldBeFalse("Dartford is in the North");
        Begins(role, "planActivity", Permissions.EditActivities).ShouldBeFalse("the whole county is not within an area");
        Begins(role, "logFeedback", Permissions.AnswerLoggedFeedback, ("district", "E07000114")).ShouldBe(role == Roles.ParticipationOfficer);
        Begins(role, "logFeedback", Permissions.AnswerLoggedFeedback, ("district", "E07000107")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void What_one_does_about_oneself_is_for_those_who_take_part(string role)
    {
        var unknown = Asker.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "Test")));
        foreach (var (field, permission) in new[]
                 {
                     ("givePermission", Permissions.ChangeOwnRecord), ("requestErasure", Permissions.RequestErasure), ("subjectExport", Permissions.ChangeOwnRecord),
                 })
        {
            Begins(role, field, permission).ShouldBe(Families.Contains(role));
            TheObjectRules.All.AboutOf(field)!.Allows(unknown, permission, new Dictionary<string, object?>()).ShouldBeFalse("nobody knows who they are");
        }
    }

    [Fact]
    public void An_account_that_names_no_area_is_good_for_the_whole_county()
    {
        var officer = Asker.Of(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Role, Roles.ParticipationOfficer), new Claim(ClaimTypes.NameIdentifier, Me.ToString())], "Test")));

        Kind(Activity(null)).Allows(officer, Permissions.EditActivities, Activity(null)).ShouldBeTrue();
        Kind(Complaint("E07000107")).Allows(officer, Permissions.AnswerLoggedFeedback, Complaint("E07000107")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Whoever_took_part_in_an_activity_may_say_what_they_found_wherever_it_was(string role) =>
        Allows(role, Permissions.ChangeOwnRecord, Activity("E07000107")).ShouldBe(Families.Contains(role));

    [Fact]
    public void A_post_is_shown_to_whoever_shows_its_receipt_and_is_not_theirs_by_permission()
    {
        var receipts = new ShownReceipts();
        var holder = Asker.Nobody.Showing(receipts);
        Kind(Post(Another)).ShowsTo(holder, Post(Another)).ShouldBeFalse();

        receipts.Add(Another);

        Kind(Post(Another)).ShowsTo(holder, Post(Another)).ShouldBeTrue();
        Kind(Post(Me)).ShowsTo(holder, Post(Me)).ShouldBeFalse();
        Kind(Post(Another)).Allows(holder, Permissions.ChangeOwnContributions, Post(Another)).ShouldBeFalse();
        Asker.Nobody.Holds(Another).ShouldBeFalse("what one shows is not everybody's");
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_post_is_its_authors_own(string role)
    {
        Allows(role, Permissions.ChangeOwnContributions, Post(Me)).ShouldBe(Families.Contains(role));
        Allows(role, Permissions.ChangeOwnContributions, Post(Another)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void An_activity_is_changed_by_officers_of_its_area_and_read_by_more(string role)
    {
        string[] readers = [.. Officers, Roles.Analyst, Roles.Commissioner];

        Allows(role, Permissions.EditActivities, Activity("E07000114")).ShouldBe(Officers.Contains(role), "Thanet is in the East");
        Allows(role, Permissions.EditActivities, Activity("E07000107")).ShouldBeFalse("Dartford is in the North");
        Allows(role, Permissions.EditActivities, Activity(null)).ShouldBeFalse();
        Allows(role, Permissions.ReadActivities, Activity("E07000107")).ShouldBe(readers.Contains(role));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_complaint_is_read_and_answered_by_officers_of_its_area(string role)
    {
        foreach (var permission in new[] { Permissions.ReadLoggedFeedback, Permissions.AnswerLoggedFeedback })
        {
            Allows(role, permission, Complaint("E07000114")).ShouldBe(role == Roles.ParticipationOfficer);
            Allows(role, permission, Complaint("E07000107")).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_draft_is_seen_by_staff_and_an_open_consultation_by_everyone(string role)
    {
        var draft = Consultation(opensOn: null);
        var open = Consultation(opensOn: new DateOnly(2024, 9, 23));

        Kind(draft).ShowsTo(AskerOf(role), draft).ShouldBe(Roles.Table[role].Contains(Permissions.ReadDrafts) && role != Roles.ApiClient);
        Kind(draft).ShowsTo(Asker.Nobody, draft).ShouldBeFalse();
        Kind(open).ShowsTo(AskerOf(role), open).ShouldBeTrue();
        Kind(open).ShowsTo(Asker.Nobody, open).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Figures_are_everybodys_once_they_are_published_and_before_that_for_those_who_make_and_approve_them(string role)
    {
        var (draft, published) = (Release(hash: null), Release(hash: "ab12"));

        Kind(draft).ShowsTo(AskerOf(role), draft).ShouldBe(role is Roles.ParticipationOfficer or Roles.Analyst or Roles.DecisionMaker);
        Kind(draft).ShowsTo(Asker.Nobody, draft).ShouldBeFalse();
        Kind(published).ShowsTo(AskerOf(role), published).ShouldBeTrue();
        Kind(published).ShowsTo(Asker.Nobody, published).ShouldBeTrue();
    }

    private static bool Begins(string role, string field, string permission, params (string Name, object? Value)[] input) =>
        TheObjectRules.All.AboutOf(field)!.Allows(AskerOf(role), permission, input.ToDictionary(one => one.Name, one => one.Value));

    private static bool Allows(string role, string permission, object thing) => Kind(thing).Allows(AskerOf(role), permission, thing);

    private static ObjectRules.Kind Kind(object thing) => TheObjectRules.All.Of(thing.GetType())!;

    // In the East, and known.
    private static Asker AskerOf(string role, params Claim[] more) => Asker.Of(new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.NameIdentifier, Me.ToString()), new Claim("area", "East"), .. more], "Test")));

    private static ForumPage Forum(ForumOwner owner, ForumAgeBand age, params Guid[] named) => new()
    {
        Id = Another,
        Title = "A forum",
        Slug = "a-forum",
        Purpose = "To talk",
        Owner = owner,
        AgeBand = age,
        Audience = default,
        Moderation = default,
        Facilitators = [.. named.Select(person => new Facilitator(person, "facilitator", new DateOnly(2024, 1, 1)))],
        EstablishedAt = DateTimeOffset.UnixEpoch,
    };

    private static OwnContribution Post(Guid author) => new(
        Another, Another, Another, null, "quiet river", "R1", "Words", ContributionState.Released, true, null, null, [], AppealState.None, null, false, [],
        DateTimeOffset.UnixEpoch, 1)
    {
        AuthorId = author,
    };

    private static ActivityPage Activity(string? district) => new()
    {
        Id = Another,
        Title = "A workshop",
        Kind = default,
        Level = default,
        Audience = default,
        OnDay = new DateOnly(2024, 10, 1),
        District = district,
        Lundy = new LundyPlan("A room", "By voice", "Officers", "On the plan"),
    };

    private static LogEntrySheet Complaint(string? district) =>
        new() { Id = Another, Kind = FeedbackKind.Complaint, Service = "Assessment", ReceivedOn = new DateOnly(2024, 10, 1), District = district };

    private static ReleasePage Release(string? hash)
    {
        var subject = ReleaseSubject.OfWave(Another);
        return new ReleasePage
        {
            Id = Another,
            Title = "What parents said",
            Subject = subject,
            SubjectKey = subject.Key,
            AsAt = DateTimeOffset.UnixEpoch,
            Position = 1,
            Number = 1,
            DraftedBy = Another,
            DraftedAt = DateTimeOffset.UnixEpoch,
            Hash = hash,
        };
    }

    private static ConsultationPage Consultation(DateOnly? opensOn) => new()
    {
        Id = Another,
        Title = "Support at school",
        Slug = "support-at-school",
        OwnerRole = "officer",
        DecisionMaker = "board",
        DecisionExpectedOn = new DateOnly(2025, 1, 1),
        DraftedAt = DateTimeOffset.UnixEpoch,
        OpensOn = opensOn,
        ClosesOn = opensOn?.AddDays(48),
    };
}
