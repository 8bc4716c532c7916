using Engagement.Common;
using Engagement.Participants;

namespace Engagement.LoggedFeedback;

/// <summary>Logs a complaint, a compliment or a comment.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Service">The code of the <see cref="LoggedFeedback.Service"/> it is about.</param>
/// <param name="Words">What the person said, which is sealed.</param>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="District">The code of their district, if known.</param>
public sealed record LogFeedback(FeedbackKind Kind, string Service, string Words, DateOnly ReceivedOn, string? District)
{
    public static Decision Decide(LogFeedback command, DateOnly today, Func<string, PersonalText> seal)
    {
        var words = CleanText.Of(command.Words);
        if (string.IsNullOrWhiteSpace(command.Service))
            return Decision.Refuse("SERVICE_MISSING", "Choose the service it is about", "service");

        if (LoggedFeedback.Service.Find(command.Service) is not { } service)
            return Decision.Refuse("SERVICE_UNKNOWN", "Choose one of the services, or “Another service”", "service");

        if (words.Length == 0)
            return Decision.Refuse("WORDS_MISSING", "Enter what the person said", "words");

        if (command.ReceivedOn > today)
            return Decision.Refuse("RECEIVED_IN_THE_FUTURE", "Enter the day it came, today or before", "receivedOn");

        if (command.District is { } code && Common.District.Find(code) is null)
            return Decision.Refuse("DISTRICT_UNKNOWN", "Choose one of the districts of the county", "district");

        return CleanText.TooLong(words, CleanText.ParagraphLimit, "words") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new FeedbackLogged(command.Kind, service.Code, seal(words), command.ReceivedOn, command.District));
    }
}
