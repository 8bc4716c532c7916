using System.Text.Json.Serialization;

namespace Engagement.Web.HaveYourSay;

/// <summary>
/// One person's answers on their way, kept on their own device. The key is made once, at the start, so that however often the
/// answers are sent they are taken once and bring the same receipt.
/// </summary>
public sealed record AnswerDraft(
    [property: JsonPropertyName("k")] string IdempotencyKey,
    [property: JsonPropertyName("a")] IReadOnlyDictionary<string, Answer> Answers,
    [property: JsonPropertyName("r")] Receipt? Receipt = null)
{
    public static AnswerDraft Start() => new(Guid.NewGuid().ToString("N"), new Dictionary<string, Answer>());

    public Answer? this[Question question] => Answers.GetValueOrDefault((question ?? throw new ArgumentNullException(nameof(question))).Key);

    public AnswerDraft With(Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var answers = new Dictionary<string, Answer>(Answers);
        if (answer.IsEmpty)
            answers.Remove(question.Key);
        else
            answers[question.Key] = answer;
        return this with { Answers = answers };
    }

    /// <summary>Once the answers are taken the words leave the device; only the receipt stays, until its reader has kept it.</summary>
    public AnswerDraft Sent(Receipt receipt) => new(IdempotencyKey, new Dictionary<string, Answer>(), receipt);
}

public sealed record Receipt(string Reference, string Secret, DateTimeOffset SubmittedAt);
