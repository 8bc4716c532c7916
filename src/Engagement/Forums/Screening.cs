namespace Engagement.Forums;

/// <summary>What the system finds in words by itself, before any person has read them.</summary>
public sealed record Screening(IReadOnlyList<MarkedSpan> ContactDetails, IReadOnlyList<MarkedSpan> Disclosures)
{
    public const string ContactDetailsFound =
        "We have not published this yet, because it seems to include contact details. A moderator will look at it. To keep everyone safe, "
        + "leave out phone numbers, addresses, e-mail addresses and social media names";

    public const string DisclosureFound =
        "Thank you for telling us. We have not published this. Someone whose job is to keep people safe will read it";

    public static Screening Of(string text) => new(Forums.ContactDetails.Find(text), DisclosureWords.Find(text));

    /// <summary>What is done with it at once; null when nothing was found.</summary>
    internal ContributionHeld? ToHold()
    {
        MarkedSpan[] marks = [.. ContactDetails.Concat(Disclosures).OrderBy(mark => mark.Start)];
        if (Disclosures.Count > 0)
            return new ContributionHeld(HoldReason.PossibleDisclosure, DisclosureFound, marks, DisclosureWords.Version, null);

        return ContactDetails.Count > 0
            ? new ContributionHeld(HoldReason.ContactDetails, ContactDetailsFound, marks, null, null)
            : null;
    }

    /// <summary>The hold, and the safeguarding item where one is due; nothing when nothing was found.</summary>
    internal IEnumerable<object> Record(Guid contributionId, Participants.PersonalText words)
    {
        if (ToHold() is not { } hold)
            yield break;

        yield return hold;
        if (hold.Why == HoldReason.PossibleDisclosure)
        {
            yield return new SafeguardingRaised(
                new SafeguardingSource(SafeguardingSourceKind.Contribution, contributionId),
                SafeguardingCause.WordList,
                hold.WordListVersion,
                Disclosures,
                words,
                Note: null,
                RaisedBy: null);
        }
    }
}
