using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Adopts an edition of a charter from a date on.</summary>
/// <param name="Charter">The charter: a name that all its editions share.</param>
/// <param name="Title">What the edition is called.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Source">Where it comes from, and whose its words are.</param>
/// <param name="CharterEditionBeforeId">The edition whose principles it continues; null where it is the first.</param>
/// <param name="Principles">What it promises.</param>
public sealed record AdoptEdition(
    string Charter, string Title, DateOnly From, string Source, Guid? CharterEditionBeforeId, IReadOnlyList<Principle> Principles)
{
    private const int Most = 20;

    public static Decision Decide(AdoptEdition command, CharterEdition? before)
    {
        var charter = CleanText.OneLine(command.Charter);
        var title = CleanText.OneLine(command.Title);
        var source = CleanText.Of(command.Source);
        if (charter.Length == 0)
            return Decision.Refuse("CHARTER_MISSING", "Enter the name that all editions of this charter share", "charter");

        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter what this edition is called", "title");

        if (source.Length == 0)
            return Decision.Refuse("SOURCE_MISSING", "Say where this edition comes from, and whose words it is in", "source");

        if ((CleanText.TooLong(charter, CleanText.LineLimit, "charter")
                ?? CleanText.TooLong(title, CleanText.LineLimit, "title")
                ?? CleanText.TooLong(source, CleanText.ParagraphLimit, "source")) is { } tooLong)
        {
            return Decision.Refuse(tooLong);
        }

        if (before is not null && before.From >= command.From)
        {
            return Decision.Refuse(
                "EDITION_BEFORE_IS_LATER", $"The edition before holds from {LondonCalendar.Text(before.From)}. Enter a later day", "from");
        }

        Principle[] principles = [.. command.Principles.Where(one => one is not null).Select(Clean)];
        return Check(command, principles, before) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.To(new EditionAdopted(charter, title, command.From, source, command.CharterEditionBeforeId, principles));
    }

    private static Refusal? Check(AdoptEdition command, Principle[] principles, CharterEdition? before)
    {
        const string field = "principles";
        if (Lists.Check(command.Principles, Most, field, field) is { } wrong)
            return wrong;

        if (principles.Length == 0)
            return new Refusal("PRINCIPLES_MISSING", "Enter what this edition promises: at least one principle", field);

        if (principles.Any(one => one.Key.Length == 0 || one.Title.Length == 0) || principles.DistinctBy(one => one.Key).Count() < principles.Length)
            return new Refusal("PRINCIPLE_KEYS", "Give each principle a title, and a key that no other has", field);

        if (principles.Any(one => one.Criteria.Count == 0))
            return new Refusal("CRITERIA_MISSING", "Say for each principle by what it is seen whether it is kept", field);

        if (principles.Any(one => one.Criteria.Any(criterion => criterion.Key.Length == 0 || criterion.Text.Length == 0)
                || one.Criteria.DistinctBy(criterion => criterion.Key).Count() < one.Criteria.Count))
        {
            return new Refusal("CRITERION_KEYS", "Give each criterion of a principle its words, and a key that no other has", field);
        }

        return principles.SelectMany(one => one.Continues).Any(key => before?.Find(key) is null)
            ? new Refusal("PRINCIPLE_CONTINUES_NOTHING", "A principle can only continue one of the edition before", field)
            : principles.SelectMany(one => one.Criteria.Select(criterion => criterion.Text).Append(one.Title))
                .Select(text => CleanText.TooLong(text, CleanText.LineLimit, field)).FirstOrDefault(tooLong => tooLong is not null);
    }

    private static Principle Clean(Principle given) => new(
        CleanText.OneLine(given.Key),
        CleanText.OneLine(given.Title),
        given.IsOurs,
        [.. given.Criteria.Where(one => one is not null).Select(one => new Criterion(CleanText.OneLine(one.Key), CleanText.OneLine(one.Text), one.IsOurs))],
        [.. given.Continues.Where(key => key is not null).Distinct()]);
}
