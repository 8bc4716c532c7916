namespace Engagement.Web.Tests.Staff;

/// <summary>What the schema answers an officer about activities, groups, people and the log of complaints.</summary>
internal static class OfficerReplies
{
    public const string ActivityId = "QWN0MQ";
    public const string GroupId = "R3JvdXAx";
    public const string SeatId = "U2VhdDE";
    public const string PersonId = "UGVyMQ";
    public const string EntryId = "TG9nMQ";

    private const string Everything =
        """
        "activities.read", "activities.edit", "governance.run", "participants.record-access-needs", "waves.run", "logged-feedback.read", "logged-feedback.answer", "forums.run"
        """;

    public static string Officer(string permissions = Everything) => $$"""
        "me": { "signedIn": true, "role": "participation-officer", "roles": ["participation-officer"], "permissions": [{{permissions}}], "person": { "id": "WW91" } }
        """;

    /// <summary>Somebody who sees activities and does nothing with them.</summary>
    public static string Commissioner => """ "me": { "role": "commissioner", "permissions": ["activities.read"] } """;

    public static void Set(CannedGraphQL graphQL) => graphQL
        .Data("StaffActivities", ActivityList(ActivityRow())).Data("ActivityPlanning", Planning).Data("StaffActivity", Activity()).Data("WhatHelps", Needs("\"A seat near the door\""))
        .Data("Groups", GroupList(Seat())).Data("Group", OneGroup(Seat("NOMINATED", nominee: "\"Parent of one\"")))
        .Data("PeopleMe", $$"""{ {{Officer()}} }""").Data("OnePerson", OnePerson("\"A seat near the door\"")).Data("ResponsesFound", Responses(Response()))
        .Data("FeedbackLog", Log(Entry())).Data("FeedbackServices", $$"""{ {{Officer()}}, {{Services}} }""").Data("OneFeedback", OneEntry(Entry()))
        .Data("FeedbackVolumes", Volumes()).Data("LocalOfferYear", LocalOffer());

    public static string Volumes(string me = """ "metrics.read", "logged-feedback.answer" """, string says = "", string reviews = "") => $$"""
        { {{Officer(me)}}, "feedbackVolumes": { "periods": [
            { "from": "2020-01-01", "to": "2020-03-31", "isOver": true, "complaints": 14, "compliments": 6, "comments": null, "participants": 640, "contributions": 702,
              "clocks": { "acknowledgementsDue": 14, "acknowledgedInTime": 12, "answersDue": 14, "answeredInTime": 11, "medianDays": 17 }, "reading": "NOTHING" },
            { "from": "2020-04-01", "to": "2020-06-30", "isOver": true, "complaints": 9, "compliments": null, "comments": null, "participants": 310, "contributions": 330, "clocks": null,
              "reading": "MAY_BE_SILENCE" },
            { "from": "2020-07-01", "to": "2020-09-30", "isOver": false, "complaints": null, "compliments": 5, "comments": 5, "participants": null, "contributions": null, "clocks": null,
              "reading": "NOTHING" } ],
          "policy": { "hideUnder": 5 }, "rule": { "leastFallPercentage": 20, "leastComplaints": 5, "leastParticipants": 10, "daysToAcknowledge": 5, "daysToAnswer": 28 }, "says": [{{says}}] },
          "logReviews": [{{reviews}}], {{Services}} }
        """;

    public static string LocalOffer(string me = """ "loops.read", "releases.draft" """, string missing = "", string releases = "", bool over = true, string drafts = "") => $$"""
        { {{Officer(me)}}, "localOfferYear": { "year": 2019, "isOver": {{(over ? "true" : "false")}}, "years": [2020, 2019], "return": {{LocalOfferReturn}},
          "missing": [{{missing}}], "drafts": [{{drafts}}], "releases": [{{releases}}] } }
        """;

    public const string LocalOfferReturn = """
        { "name": "2019/20", "from": "2019-09-01", "to": "2020-08-31", "stillOpen": 3, "notTakenUp": 1, "notDecided": 2, "notPublished": 0, "comments": [
          { "matter": "ACCESSIBILITY", "title": "Finding what there is", "comment": "The Local Offer is hard to search.", "views": 25, "response": "We will make a better search.", "state": "WE_WILL",
            "decidedOn": "2019-11-20", "decidedBy": "Cabinet Member", "reasons": "What cannot be found is not on offer.", "isLookedAtAgain": false,
            "promises": [{ "text": "A search by age", "ownerRole": "Local Offer Manager", "dueOn": "2020-06-30", "isDelivered": false }], "change": null, "changedOn": null, "proof": null,
            "publishedOn": "2020-01-20", "updatedOn": "2020-01-20", "slug": "finding-what-there-is" },
          { "matter": "CONTENT", "title": "Pages that are old", "comment": "Much is old.", "views": null, "response": "Every page was checked.", "state": "WE_DID",
            "decidedOn": "2019-11-20", "decidedBy": "Cabinet Member", "reasons": "Trust.", "isLookedAtAgain": true, "promises": [], "change": "A third were taken down.", "changedOn": "2020-06-15",
            "proof": "https://council.example.test/checked", "publishedOn": "2020-01-20", "updatedOn": "2020-06-20", "slug": "pages-that-are-old" } ] }
        """;

    public static string ActivityRow(
        string id = ActivityId, string state = "PLANNED", string onDay = "2126-03-01", string places = "12", string headCount = "null", int notes = 0) => $$"""
        { "id": "{{id}}", "title": "Coffee and plans {{id}}", "kind": "WORKSHOP", "level": "CO_DESIGNING", "audience": "PARENTS_AND_CARERS", "onDay": "{{onDay}}", "district": "E07000114",
          "state": "{{state}}", "invited": 40, "places": {{places}}, "identified": {{(headCount == "null" ? "null" : "6")}}, "headCount": {{headCount}}, "notes": {{notes}}, "coming": [{ "id": "{{PersonId}}" }] }
        """;

    public static string ActivityList(string nodes, int count = 1, int planned = 3, int toCome = 3, bool more = false, string? me = null) => $$"""
        { {{me ?? Officer()}}, "activities": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "more" } },
          "planned": { "totalCount": {{planned}} }, "toCome": { "totalCount": {{toCome}} }, "consultations": { "nodes": [{ "id": "Q29uMQ", "title": "Shorter waits" }] } }
        """;

    public static string Planning => $$"""{ {{Officer()}}, "consultations": { "nodes": [{ "id": "Q29uMQ", "title": "Shorter waits" }] } }""";

    public static string Activity(
        string state = "PLANNED", string onDay = "2126-03-01", string kind = "WORKSHOP", string places = "12", string coming = $$"""{ "id": "{{PersonId}}" }""", string identified = "null",
        string headCount = "null", int notes = 0, string assessed = "", string reason = "null", int version = 4, string? me = null, string planChanged = "null") => $$"""
        { {{me ?? Officer()}}, "activity": {
            "id": "{{ActivityId}}", "title": "Coffee and plans", "kind": "{{kind}}", "level": "CO_DESIGNING", "audience": "PARENTS_AND_CARERS", "includesUnder18s": false,
            "safeguardingPlan": null, "onDay": "{{onDay}}", "district": "E07000114", "stage": "PLAN", "state": "{{state}}", "reason": {{reason}}, "planChangedBecause": {{planChanged}},
            "lundy": { "space": "A small room.", "voice": "Pictures.", "audience": "The manager.", "influence": "The plan." }, "support": [{ "kind": "CHILDCARE", "detail": "Tell us their ages." }],
            "invited": 40, "places": {{places}}, "joining": "The library, from 10.", "coming": [{{coming}}], "identified": {{identified}}, "headCount": {{headCount}}, "notes": {{notes}},
            "assessedLevels": [{{assessed}}], "consultation": { "slug": "shorter-waits", "title": "Shorter waits" }, "version": {{version}} } }
        """;

    public static string Needs(string needs) => $$"""{ "accessNeeds": { "needs": [{{needs}}] } }""";

    public static string Seat(string state = "VACANT", string role = "null", string nominee = "null", string id = SeatId) => $$"""
        { "id": "{{id}}", "title": "Parent representative {{id}}", "state": "{{state}}", "role": {{role}}, "nomineeRole": {{nominee}}, "since": "2024-09-04" }
        """;

    public static string GroupList(string seats) => $$"""
        { {{Officer()}}, "governanceGroups": { "nodes": [ {{Group(seats)}},
          { "id": "R3JvdXAy", "name": "Health Board", "terms": "Decides.", "frequency": "QUARTERLY", "parent": { "id": "R3JvdXAz", "name": "Council" }, "seats": [], "lacksSeat": true,
            "parentsPart": {{NoPart}}, "version": 1 } ],
          "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string OneGroup(string seats, string? me = null, string changes = "") => $$"""{ {{me ?? Officer()}}, "governanceGroup": {{Group(seats, changes)}} }""";

    public static string OnePerson(string needs) => $$"""{ {{Officer()}}, "accessNeeds": { "needs": [{{needs}}] } }""";

    public static string Nobody => $$"""{ {{Officer()}}, "accessNeeds": null }""";

    public static string Response(string id = "UmVzMQ", string voided = "null", bool withdrawn = false) => $$"""
        { "id": "{{id}}", "reference": "KENT-4T8W-2N9K", "channel": "PAPER", "submittedAt": "2026-10-05T09:30:00Z", "amendedAt": null, "isWithdrawn": {{(withdrawn ? "true" : "false")}},
          "voided": {{voided}}, "wave": { "title": null, "consultation": { "slug": "shorter-waits", "title": "Shorter waits" } } }
        """;

    public static string Responses(string nodes) => $$"""{ {{Officer()}}, "responsesByReference": [{{nodes}}] }""";

    public static string Entry(string kind = "COMPLAINT", string acknowledged = "null", string answered = "null", int lessons = 0, string receivedOn = "2024-10-01") => $$"""
        { "id": "{{EntryId}}", "kind": "{{kind}}", "service": { "name": "Transport to school or college" }, "district": "E07000114", "receivedOn": "{{receivedOn}}",
          "acknowledgedOn": {{acknowledged}}, "answeredOn": {{answered}}, "lessons": {{lessons}}, "version": 3 }
        """;

    public static string Log(string nodes, int count = 1) => $$"""
        { {{Officer()}}, "loggedFeedback": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": false, "endCursor": null } }, {{Services}} }
        """;

    public static string OneEntry(string entry, string words = "\"The taxi came late.\"", string answer = "null") => $$"""
        { {{Officer()}}, "node": {{entry}}, "loggedFeedbackWords": { "words": {{words}}, "answer": {{answer}} } }
        """;

    public static string Services => """ "services": [{ "code": "transport", "name": "Transport to school or college" }, { "code": "other", "name": "Another service" }] """;

    public static string Made(string mutation, string thing, string id) => $$"""{ "{{mutation}}": { "{{thing}}": { "id": "{{id}}" }, "errors": null } }""";

    private const string NoPart = """
        { "seats": 0, "vacantSeats": 0, "meetings": 0, "meetingsInvited": 0, "meetingsMissed": 0, "seatsExpected": 0, "seatsAttended": 0, "hasIdentifiedAndInvited": false,
          "attendancePercentage": null, "missed": [] }
        """;

    private const string Part = """
        { "seats": 3, "vacantSeats": 1, "meetings": 4, "meetingsInvited": 2, "meetingsMissed": 2, "seatsExpected": 12, "seatsAttended": 7, "hasIdentifiedAndInvited": false,
          "attendancePercentage": 58.3, "missed": [{ "meetingId": "TWVldGluZzox", "onDay": "2026-09-14", "seat": "East", "wasVacant": false },
            { "meetingId": "TWVldGluZzoy", "onDay": "2026-08-10", "seat": "West", "wasVacant": true }] }
        """;

    private static string Group(string seats, string changes = "") => $$"""
        { "id": "{{GroupId}}", "name": "Improvement Board", "terms": "Steers the plan.", "frequency": "MONTHLY", "parent": { "id": "R3JvdXAy", "name": "Health Board" }, "seats": [{{seats}}], "frequencyChanges": [{{changes}}], "lacksSeat": false,
          "parentsPart": {{Part}}, "version": 6 }
        """;
}
