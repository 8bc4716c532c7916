using System.Text.Json.Serialization;
using Engagement.Feedback;

namespace Engagement.LocalOffer;

/// <summary>
/// What people said of the Local Offer in a year, what the authority answers, and what it means to do. Nobody can be recognised in it: comments are themes
/// in plain words that families have read, never somebody's own words. [rule: SEND Regulations 2014, regulation 56]
/// </summary>
/// <param name="Name">2019/20.</param>
/// <param name="From">The first day of the year.</param>
/// <param name="To">The last day. What happened later is in the next one.</param>
/// <param name="Comments">Those with a published answer: by what they are about, then by title.</param>
/// <param name="NotTakenUp">How many comments nobody had taken up.</param>
/// <param name="NotDecided">How many had been taken up and not decided on.</param>
/// <param name="NotPublished">How many had been decided on, without that being published.</param>
public sealed record LocalOfferReturn(
    string Name, DateOnly From, DateOnly To, IReadOnlyList<LocalOfferComment> Comments, int NotTakenUp, int NotDecided, int NotPublished)
{
    /// <summary>How many comments had no published answer yet.</summary>
    [JsonIgnore]
    public int StillOpen => NotTakenUp + NotDecided + NotPublished;

    /// <summary>Whether nobody said anything of the Local Offer.</summary>
    [JsonIgnore]
    internal bool IsEmpty => Comments.Count == 0 && StillOpen == 0;
}

/// <summary>A comment that many made, and the answer to it.</summary>
/// <param name="Matter">What of the Local Offer it is about.</param>
/// <param name="Title">The point in a few words.</param>
/// <param name="Comment">What people said, in plain words.</param>
/// <param name="Views">How many views make the point, as it was published with the answer; null where that is too small to show.</param>
/// <param name="Response">What the authority answers.</param>
/// <param name="State">We will, we did or we cannot.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="DecidedBy">The role or body that decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="IsLookedAtAgain">Whether the decision is being looked at again.</param>
/// <param name="Promises">What the authority means to do, or meant to.</param>
/// <param name="Change">What changed, once something has.</param>
/// <param name="ChangedOn">Since when.</param>
/// <param name="Proof">Where the change can be seen.</param>
/// <param name="PublishedOn">The day on which the answer was first published.</param>
/// <param name="UpdatedOn">The day on which it was last published or corrected.</param>
/// <param name="Slug">The readable part of the address at which the answer stands.</param>
public sealed record LocalOfferComment(
    LocalOfferMatter Matter,
    string Title,
    string Comment,
    int? Views,
    string Response,
    EntryState State,
    DateOnly DecidedOn,
    string DecidedBy,
    string Reasons,
    bool IsLookedAtAgain,
    IReadOnlyList<LocalOfferPromise> Promises,
    string? Change,
    DateOnly? ChangedOn,
    string? Proof,
    DateOnly PublishedOn,
    DateOnly UpdatedOn,
    string Slug);

/// <summary>"We will".</summary>
/// <param name="Text">What will be done.</param>
/// <param name="OwnerRole">The role that will do it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="IsDelivered">Whether it was done by the end of the year.</param>
public sealed record LocalOfferPromise(string Text, string OwnerRole, DateOnly DueOn, bool IsDelivered);

/// <summary>What an officer can do so that a year is complete.</summary>
/// <param name="What">What is missing.</param>
/// <param name="Title">The comment, in a few words.</param>
/// <param name="ThemeId">Its theme.</param>
/// <param name="LoopId">Its loop; null: it has none.</param>
public sealed record LocalOfferMissing(LocalOfferGap What, string Title, Guid ThemeId, Guid? LoopId);

/// <summary>What is missing.</summary>
public enum LocalOfferGap
{
    /// <summary>Nobody has taken it up.</summary>
    Loop,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A published answer.</summary>
    Publication,

    /// <summary>A promise was due within the year, and nothing says that it was kept.</summary>
    Proof,
}

/// <summary>A year as officers see it, before it is published and after.</summary>
/// <param name="Year">The year it begins in.</param>
/// <param name="IsOver">Whether it is over: before that it cannot be published.</param>
/// <param name="Return">As it stands.</param>
/// <param name="Missing">What would make it complete.</param>
/// <param name="Years">The years that there is something of, and the present one, by the year they begin in; the newest first.</param>
public sealed record LocalOfferDraft(
    int Year, bool IsOver, LocalOfferReturn Return, IReadOnlyList<LocalOfferMissing> Missing, IReadOnlyList<int> Years);
