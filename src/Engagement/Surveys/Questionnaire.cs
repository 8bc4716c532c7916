using System.Text.Json;

namespace Engagement.Surveys;

/// <summary>The sections and questions of a version, both in the order they are asked: first the questions without a section, then section by section.</summary>
/// <param name="Sections">In their order.</param>
/// <param name="Questions">In the order they are asked: first those without a section, then section by section.</param>
public sealed record Questionnaire(IReadOnlyList<Section> Sections, IReadOnlyList<Question> Questions)
{
    public static Questionnaire Empty { get; } = new([], []);

    public Question? Find(string key) => Questions.FirstOrDefault(q => Same(q.Key, key));

    public Section? FindSection(string? key) => Sections.FirstOrDefault(s => s.Key == key);

    /// <summary>Questions and sections share their names, so that a translation can name either.</summary>
    public bool HasKey(string key) => Find(key) is not null || Sections.Any(s => Same(s.Key, key));

    public bool IsSameAs(Questionnaire other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);

    /// <summary>All conditions that decide on a question: its section's and its own.</summary>
    public IEnumerable<Condition> ConditionsOf(Question question) =>
        (FindSection(question.Section)?.ShownWhen ?? []).Concat(question.ShownWhen);

    /// <summary>As it is after an edit; events of another kind change nothing.</summary>
    public Questionnaire After(object edit) => edit switch
    {
        StatementAdded added => Arranged(Sections, [.. Questions, added.Question]),
        QuestionAdded added => Arranged(Sections, [.. Questions, added.Question]),
        QuestionChanged changed => Arranged(Sections, Replaced(changed.Question)),
        QuestionRemoved removed => this with { Questions = [.. Questions.Where(q => q.Key != removed.Key)] },
        QuestionMoved moved => Arranged(Sections, Moved(Questions, QuestionsBeside(moved.Key), q => q.Key == moved.Key, moved.Place)),
        SectionAdded added => this with { Sections = [.. Sections, added.Section] },
        SectionChanged changed => this with { Sections = [.. Sections.Select(s => s.Key == changed.Section.Key ? changed.Section : s)] },
        SectionRemoved removed => this with { Sections = [.. Sections.Where(s => s.Key != removed.Key)] },
        SectionMoved moved => Arranged(Moved(Sections, Sections, s => s.Key == moved.Key, moved.Place), Questions),
        _ => this,
    };

    /// <summary>The questions among which a question can be moved: those of its section.</summary>
    public IReadOnlyList<Question> QuestionsBeside(string key)
    {
        var section = Find(key)?.Section;
        return [.. Questions.Where(q => q.Section == section)];
    }

    // A question that goes to another section goes to its end; otherwise it keeps its place.
    private Question[] Replaced(Question question) => Find(question.Key)?.Section == question.Section
        ? [.. Questions.Select(q => q.Key == question.Key ? question : q)]
        : [.. Questions.Where(q => q.Key != question.Key), question];

    private static Questionnaire Arranged(IReadOnlyList<Section> sections, IReadOnlyList<Question> questions)
    {
        string?[] order = [null, .. sections.Select(s => s.Key)];
        return new Questionnaire(sections, [.. questions.OrderBy(q => Array.IndexOf(order, q.Section))]);
    }

    /// <summary>Takes one out and puts it where it is at its new place, from 1, among its neighbours.</summary>
    private static List<T> Moved<T>(IReadOnlyList<T> all, IReadOnlyList<T> neighbours, Func<T, bool> isIt, int place)
        where T : class
    {
        var it = all.First(isIt);
        var others = neighbours.Where(n => !isIt(n)).ToList();
        var rest = all.Where(n => !isIt(n)).ToList();
        var follower = others.ElementAtOrDefault(place - 1);
        rest.Insert(follower is null ? rest.Count : rest.IndexOf(follower), it);
        return rest;
    }

    private static bool Same(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
