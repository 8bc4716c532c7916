namespace Engagement.Surveys;

public sealed record Question(
    string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options)
{
    public static Question From(StatementAdded added) =>
        new(added.Key, QuestionKind.Agreement, added.Text, added.Hint, added.Optional, AgreementScale.Options);

    public static Question From(QuestionAdded added) =>
        new(added.Key, added.Kind, added.Text, added.Hint, added.Optional, added.Options);
}
