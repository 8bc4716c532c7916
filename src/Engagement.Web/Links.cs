using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>Every address of these pages.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Consultations = "/consultations";
    public const string YouSaidWeDid = "/you-said-we-did";
    public const string Track = "/track";
    public const string ComeBack = "/come-back";
    public const string Staff = "/staff";
    public const string StaffConsultations = $"{Staff}/consultations";
    public const string StaffMore = $"{Staff}/more";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string StaffSignIn = $"{SignIn}/staff";
    public const string NoRole = $"{SignIn}/no-role";
    public const string EmailSignIn = $"{SignIn}/email";
    public const string SignInCode = $"{SignIn}/code";
    public const string SignInLink = $"{SignIn}/link";
    public const string SignInAge = $"{SignIn}/age";
    public const string Sessions = $"{SignIn}/sessions";
    public const string EndSession = $"{Sessions}/end";
    public const string EndAllSessions = $"{Sessions}/end-all";
    public const string Offline = "/offline";
    public const string Accessibility = "/accessibility";
    public const string Credits = "/credits";
    public const string Privacy = "/privacy";
    public const string PrivacyForYoungPeople = $"{Privacy}/young-people";
    public const string Figures = "/figures";
    public const string HowWeModerate = "/how-we-moderate";
    public const string Transparency = $"{HowWeModerate}/transparency";
    public const string Status = "/status";
    public const string Developers = "/developers";
    public const string Preferences = "/preferences";
    public const string Pact = "/pact";
    public const string Forums = $"{Pact}/forums";
    public const string Activities = $"{Pact}/activities";
    public const string Me = "/me";
    public const string MyJourneys = $"{Me}/journeys";
    public const string MyPermissions = $"{Me}/permissions";
    public const string MyEmails = $"{Me}/e-mails";
    public const string MyData = $"{Me}/data";
    public const string MyErasure = $"{Me}/erasure";
    public const string Voice = "/your-voice";
    public const string VoiceSay = $"{Voice}/say";
    public const string VoiceChanged = $"{Voice}/changed";
    public const string VoiceHelp = $"{Voice}/help";
    public const string VoiceEmails = $"{Voice}/e-mails";
    public const string VoiceTrack = $"{Voice}/track";
    public const string VoiceComeBack = $"{Voice}/come-back";

    public static string Consultation(string slug) => $"{Consultations}/{Part(slug)}";

    /// <summary>The survey to be printed and filled in by hand.</summary>
    public static string Paper(string slug) => $"{Consultation(slug)}/paper";

    public static string PaperWord(string slug) => $"{Paper(slug)}/word";

    public static string HaveYourSay(string slug) => $"{Consultation(slug)}/have-your-say";

    public static string MyJourneysAfter(string cursor) => $"{MyJourneys}?after={Part(cursor)}";

    /// <summary>A copy of what we hold of somebody; with a format, as a file.</summary>
    public static string MyExport(string id, string? format = null) => $"{MyData}/{Part(id)}{(format is null ? "" : $"/{format}")}";

    public static string Entry(string slug) => $"{YouSaidWeDid}/{Part(slug)}";

    public static string VoiceTopic(string slug) => $"{VoiceSay}/{Part(slug)}";

    public static string Release(string id) => $"{Figures}/{Part(id)}";

    /// <summary>An address of a list with what it was asked for; what is null or empty is left out.</summary>
    public static string With(string address, params (string Name, string? Value)[] asked)
    {
        var query = string.Join('&', asked.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Part(part.Value!)}"));
        return query.Length == 0 ? address : $"{address}?{query}";
    }

    public static string StaffConsultation(string slug, string? state = null, string? after = null)
    {
        var query = new List<string>(2);
        if (state is not null)
            query.Add($"state={Part(state)}");
        if (after is not null)
            query.Add($"after={Part(after)}");
        return $"{Staff}/consultations/{Part(slug)}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    public static string StaffView(string slug, string viewId) => $"{StaffConsultation(slug)}/views/{Part(viewId)}";

    /// <summary>Leads on to a view that nobody has coded yet, other than the one that was dealt with just now.</summary>
    public static string NextView(string slug, string? dealtWith = null, string? done = null) =>
        $"{StaffConsultation(slug)}/views/next{(dealtWith is null ? "" : $"?dealtWith={Part(dealtWith)}&done={done}")}";

    public static string OpenLoop(string slug) => $"{StaffConsultation(slug)}/loops";

    public static string Loop(string id) => $"{Staff}/loops/{Part(id)}";

    public static string PreferencesThen(string returnTo) => $"{Preferences}?return={Part(returnTo)}";

    public static string Speak(string language, string returnTo) => $"{Preferences}/language/{language}?return={Part(returnTo)}";

    public static string SignInThen(string returnTo) => $"{SignIn}?return={Part(returnTo)}";

    public static string StaffSignInThen(string? returnTo) => string.IsNullOrEmpty(returnTo) ? StaffSignIn : $"{StaffSignIn}?return={Part(returnTo)}";

    /// <summary>True for the pages of staff, which are in English.</summary>
    public static bool IsForStaff(PathString path) => path.StartsWithSegments(Staff, StringComparison.Ordinal);

    /// <summary>A web address that is safe to offer as a link: a page of the web or of this site, and never a script.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.Scheme is "https" or "http"
            : IsOfThisSite(address);

    /// <summary>True for an address that begins at this site's root, so that a redirect cannot lead elsewhere.</summary>
    public static bool IsOfThisSite(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);

    // Kent PACT's forums.
    public const string OwnPosts = $"{Pact}/posts";
    public const string ShowReceipt = $"{OwnPosts}/receipt";
    public const string ForgetReceipt = $"{OwnPosts}/forget";
    public const string PostSent = $"{OwnPosts}/sent";

    public static string Forum(string slug) => $"{Forums}/{Part(slug)}";

    public static string Topic(string forum, string slug, string? after = null) => $"{Forums}/{Part(forum)}/{Part(slug)}{After(after)}";

    public static string Posts(string forum, string topic) => $"{Topic(forum, topic)}/posts";

    public static string Post(string forum, string topic, string id, string? after = null) => $"{Posts(forum, topic)}/{Part(id)}{After(after)}";

    /// <summary>Where somebody writes a post, or a comment to one.</summary>
    public static string Write(string forum, string topic, string? to = null) =>
        $"{Topic(forum, topic)}/write{(to is null ? "" : $"?to={Part(to)}")}";

    public static string AgreeWith(string forum, string topic, string id) => $"{Post(forum, topic, id)}/agree";

    public static string Report(string forum, string topic, string id) => $"{Post(forum, topic, id)}/report";

    public static string OwnPost(string id) => $"{OwnPosts}/{Part(id)}";

    public static string OwnPostsAfter(string cursor) => $"{OwnPosts}{After(cursor)}";

    public static string EditPost(string id) => $"{OwnPost(id)}/edit";

    public static string WithdrawPost(string id) => $"{OwnPost(id)}/withdraw";

    public static string Appeal(string id) => $"{OwnPost(id)}/appeal";

    public static string Activity(string id) => $"{Activities}/{Part(id)}";

    public static string Join(string activity) => $"{Activity(activity)}/join";

    public static string Leave(string activity) => $"{Activity(activity)}/leave";

    // What those do who run a forum, for Kent PACT and for the council.
    public const string RunForums = $"{Pact}/run";
    public const string StaffForums = $"{Staff}/forums";

    // Who speaks for parents in the groups that decide.
    public const string Representatives = $"{Pact}/representatives";
    public const string RunRepresentatives = $"{RunForums}/representatives";

    public static string RunSeat(string group, string seat) => $"{RunRepresentatives}/{Part(group)}/{Part(seat)}";

    public static string WithdrawNomination(string group, string seat) => $"{RunSeat(group, seat)}/withdraw";

    public static string VacateSeat(string group, string seat) => $"{RunSeat(group, seat)}/vacate";

    private static string After(string? cursor) => cursor is null ? "" : $"?after={Part(cursor)}";

    private static string Part(string text) => Uri.EscapeDataString(text);
}
