namespace Engagement.Surveys;

/// <summary>Tells whether published figures count a response. Asked when somebody takes their answers back.</summary>
public interface IFrozenFigures
{
    Task<bool> IncludeAsync(Receipt response, CancellationToken cancellationToken);
}
