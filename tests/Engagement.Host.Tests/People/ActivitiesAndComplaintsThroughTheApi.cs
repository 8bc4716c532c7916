using Engagement.Api.Authorization;
using Engagement.SignIn;

namespace Engagement.Host.Tests.People;

/// <summary>Activities and the log of complaints through GraphQL alone, within the areas of officers.</summary>
public sealed class ActivitiesAndComplaintsThroughTheApi(PeopleSpec.Given given) : PeopleSpec(given)
{
    [Fact]
    public async Task An_activity_goes_from_its_plan_to_its_notes_within_the_area_of_its_officers()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var person = (await officer.MutateAsync("join", new { ageBand = "OVER25" }, "person", "id"))["id"]!.GetValue<string>();
        await officer.MutateAsync("recordAccessNeed", new { participantId = person, need = "A hearing loop" }, "accessNeeds", "needs");
        var activity = (await officer.MutateAsync("planActivity", Workshop(Today), "activity"))["id"]!.GetValue<string>();
        await officer.MutateAsync("sendInvitations", new { activityId = activity, count = 40, route = "Schools" }, "activity");
        await officer.MutateAsync("offerSupport", new { activityId = activity, kind = "INTERPRETER", detail = "Ask us" }, "activity");
        await officer.MutateAsync("holdActivity", new { activityId = activity, heldOn = Today }, "activity");
        await officer.MutateAsync("recordAttendance", new { activityId = activity, identified = new[] { person }, headCount = 12 }, "activity");
        await officer.MutateAsync("recordNotes", new { activityId = activity, notes = new[] { new { words = "Nobody rings back", proxy = false } } }, "activity");
        var said = await Platform.GraphQL(Roles.ParentOrCarer).MutateAsync("assessLevel", new { activityId = activity, level = "CONSULTING" }, "assessedLevel", "level");
        said["level"]!.GetValue<string>().ShouldBe("CONSULTING");

        var read = await Platform.GraphQL(Roles.Commissioner).DataAsync(
            "{ activities(state: HELD, words: \"reviews\") { totalCount nodes { identified headCount notes invited support { kind } assessedLevels { level count } } } }");
        read["activities"]!["nodes"]![0]!.ToJsonString().ShouldBe(
            """{"identified":1,"headCount":12,"notes":1,"invited":40,"support":[{"kind":"INTERPRETER"}],"assessedLevels":[{"level":"CONSULTING","count":1}]}""");
        await IsReachedAsync(Platform.GraphQL(Roles.ParentOrCarer), false, "query($id: ID!) { node(id: $id) { ... on Activity { title } } }", new { id = activity });
        await IsReachedAsync(Platform.GraphQL(Roles.Commissioner), false, "mutation($id: ID!) { cancelActivity(input: { activityId: $id, reason: \"No\" }) { activity { id } } }", new { id = activity });
    }

    [Fact]
    public async Task A_plan_changes_until_it_is_held_and_everybody_sees_it()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var activity = (await officer.MutateAsync("planActivity", Workshop(Today), "activity"))["id"]!.GetValue<string>();
        await officer.MutateAsync("openPlaces", new { activityId = activity, places = 3, joining = "The library" }, "activity");
        await Platform.GraphQL(Roles.ParentOrCarer).MutateAsync("takePlace", new { activityId = activity }, "publicActivity", "id");

        (await officer.RefusedAsync("changeActivityPlan", Changed(null))).Code.ShouldBe("REASON_REQUIRED");
        await officer.MutateAsync("changeActivityPlan", Changed("The board decides"), "activity");

        var read = await Platform.GraphQL().DataAsync("query($id: ID!) { publicActivity(id: $id) { title level audience planChangedBecause } }", new { id = activity });
        read["publicActivity"]!.ToJsonString().ShouldBe(
            """{"title":"Reviews that work","level":"CONSULTING","audience":"PARENTS_AND_CARERS","planChangedBecause":"The board decides"}""");
        await officer.MutateAsync("holdActivity", new { activityId = activity, heldOn = Today }, "activity");
        (await officer.RefusedAsync("changeActivityPlan", Changed("Too late"))).Code.ShouldBe("ACTIVITY_HELD");

        object Changed(string? reason) => new
        {
            activityId = activity,
            title = "Reviews that work",
            kind = "WORKSHOP",
            level = "CONSULTING",
            audience = "PARENTS_AND_CARERS",
            includesUnder18s = false,
            district = "E07000114",
            stage = "PLAN",
            lundy = new { space = "A room", voice = "In groups", audience = "The board", influence = "The form" },
            reason,
        };
    }

    [Fact]
    public async Task The_log_is_read_beside_who_took_part_and_whoever_looked_says_so()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        await officer.MutateAsync("logFeedback", Complaint(Today), "loggedFeedback");
        (await officer.RefusedAsync("reviewLog", new { from = Today, to = Today, found = "Nothing new", next = " " })).Code.ShouldBe("NEXT_MISSING");
        await officer.MutateAsync("reviewLog", new { from = Today, to = Today, found = "Nothing new", next = "We look again in spring" }, "logReview", "id");

        var read = await Platform.GraphQL(Roles.DecisionMaker).DataAsync(
            "{ feedbackVolumes(by: MONTH) { by periods { isOver reading } policy { name hideUnder } rule { version } says } logReviews { found next } }");
        read["feedbackVolumes"]!["periods"]!.AsArray().Count.ShouldBe(24);
        read["feedbackVolumes"]!["policy"]!.ToJsonString().ShouldBe("""{"name":"Officers","hideUnder":5}""");
        read["logReviews"]!.AsArray().Select(one => one!["found"]!.GetValue<string>()).ShouldContain("Nothing new");
        await IsReachedAsync(Platform.GraphQL(Roles.ParentOrCarer), false, "{ feedbackVolumes(by: YEAR) { says } }", new { });
        await IsReachedAsync(Platform.GraphQL(Roles.Analyst), false, "mutation($day: Date!) { reviewLog(input: { from: $day, to: $day, found: \"a\", next: \"b\" }) { logReview { id } } }", new { day = Today });
    }

    [Fact]
    public async Task A_theme_is_marked_as_a_comment_on_the_Local_Offer_and_the_year_says_what_is_missing()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var theme = (await officer.MutateAsync("openTheme", new { title = "Finding what there is", summary = "It is hard to search" }, "theme"))["id"]!.GetValue<string>();
        var marked = await officer.MutateAsync("markThemeForLocalOffer", new { themeId = theme, matter = "ACCESSIBILITY" }, "theme", "localOffer");
        marked["localOffer"]!.GetValue<string>().ShouldBe("ACCESSIBILITY");

        var read = await Platform.GraphQL(Roles.Analyst).DataAsync(
            "query($year: Int!) { localOfferYear(year: $year) { isOver return { stillOpen comments { title } } missing { what title themeId } releases { id } } }",
            new { year = Today.Month >= 9 ? Today.Year : Today.Year - 1 });
        var year = read["localOfferYear"]!;
        (year["isOver"]!.GetValue<bool>(), year["return"]!["stillOpen"]!.GetValue<int>()).ShouldBe((false, 1));
        year["missing"]!.ToJsonString().ShouldBe($$"""[{"what":"LOOP","title":"Finding what there is","themeId":"{{theme}}"}]""");
        await IsReachedAsync(Platform.GraphQL(Roles.PactMember), false, "query($year: Int!) { localOfferYear(year: $year) { year } }", new { year = 2019 });
    }

    [Fact]
    public async Task A_complaint_is_answered_and_only_its_lesson_becomes_a_view()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var logged = (await officer.MutateAsync("logFeedback", Complaint(Today), "loggedFeedback", "id service { name }"))["id"]!.GetValue<string>();
        (await officer.RefusedAsync("reclassifyFeedback", new { logEntryId = logged, kind = "COMMENT", reason = "Milder", personAgreed = false })).Code.ShouldBe("COMPLAINT_NOT_DOWNGRADED");
        await officer.MutateAsync("acknowledgeFeedback", new { logEntryId = logged }, "loggedFeedback");
        await officer.MutateAsync("answerFeedback", new { logEntryId = logged, answer = "We are sorry" }, "loggedFeedback");
        await officer.MutateAsync("drawLesson", new { logEntryId = logged, lesson = "Calls are returned within two days" }, "loggedFeedback");

        var words = await officer.DataAsync("query($id: ID!) { loggedFeedbackWords(id: $id) { words answer } loggedFeedback(service: \"therapies\") { nodes { id lessons } } }", new { id = logged });
        words["loggedFeedbackWords"]!.ToJsonString().ShouldBe("""{"words":"Nobody rang back","answer":"We are sorry"}""");
        words["loggedFeedback"]!["nodes"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == logged)!["lessons"]!.GetValue<int>().ShouldBe(1);
        foreach (var role in new[] { Roles.YouthParticipationOfficer, Roles.Administrator, Roles.PrivacyOfficer, Roles.PactForumCoordinator })
        {
            await IsReachedAsync(Platform.GraphQL(role), false, "query($id: ID!) { loggedFeedbackWords(id: $id) { words } }", new { id = logged });
            await IsReachedAsync(Platform.GraphQL(role), false, "query($id: ID!) { node(id: $id) { ... on LoggedFeedback { receivedOn } } }", new { id = logged });
        }
    }

    [Fact]
    public async Task Officers_of_an_area_see_and_do_what_lies_in_it_and_nothing_beside()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var east = await SignInAsync(Guid.CreateVersion7(), Roles.ParticipationOfficer, new SessionClaim("area", "East"));
        var north = await SignInAsync(Guid.CreateVersion7(), Roles.ParticipationOfficer, new SessionClaim("area", "North"));
        var activity = (await officer.MutateAsync("planActivity", Workshop(Today), "activity"))["id"]!.GetValue<string>();
        var logged = (await officer.MutateAsync("logFeedback", Complaint(Today), "loggedFeedback"))["id"]!.GetValue<string>();

        foreach (var (documents, ownArea, elsewhere) in new[]
                 {
                     ($"mutation {{ offerSupport(input: {{ activityId: \"{activity}\", kind: TRANSPORT, detail: \"\" }}) {{ errors {{ __typename }} }} }}", east, north),
                     ($"mutation {{ changeActivityPlan(input: {{ activityId: \"{activity}\", title: \"\", kind: MEETING, audience: STAFF, includesUnder18s: false, district: \"E07000114\", stage: DO, lundy: {{ space: \"\", voice: \"\", audience: \"\", influence: \"\" }} }}) {{ errors {{ __typename }} }} }}", east, north),
                     ($"mutation {{ answerFeedback(input: {{ logEntryId: \"{logged}\", answer: \"\" }}) {{ errors {{ __typename }} }} }}", east, north),
                     ($"{{ loggedFeedbackWords(id: \"{logged}\") {{ words }} }}", east, north),
                     ("mutation { logFeedback(input: { kind: COMMENT, service: \"transport\", words: \"\", receivedOn: \"2024-01-01\", district: \"E07000107\" }) { errors { __typename } } }", north, east),
                     ("mutation { planActivity(input: { title: \"\", kind: MEETING, audience: STAFF, includesUnder18s: false, onDay: \"2030-01-01\", district: \"E07000107\", stage: DO, lundy: { space: \"\", voice: \"\", audience: \"\", influence: \"\" } }) { errors { __typename } } }", north, east),
                 })
        {
            Codes(await ownArea(documents)).ShouldBeEmpty(documents);
            Codes(await elsewhere(documents)).ShouldBe([NotAllowed], documents);
        }

        const string List = "{ loggedFeedback(first: 50) { totalCount nodes { id } } }";
        (await east(List)).ToJsonString().ShouldContain(logged);
        (await north(List))["data"]!["loggedFeedback"]!.ToJsonString().ShouldBe("""{"totalCount":0,"nodes":[]}""");
        (await north($"{{ node(id: \"{logged}\") {{ ... on LoggedFeedback {{ district }} }} }}")).ToJsonString().ShouldBe("""{"data":{"node":null}}""");
        (await north($"{{ node(id: \"{activity}\") {{ ... on Activity {{ title }} }} }}")).ToJsonString().ShouldContain("Better reviews", Case.Sensitive, "officers see all activities");
    }
}
