using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Surveys;

/// <summary>The survey builder: the questions, their trial, and their other forms and languages.</summary>
internal static class SurveyBuilder
{
    public static void AddSurveyBuilder(this IServiceCollection services)
    {
        services.AddScoped<SurveyDesks>();
        services.AddScoped<SurveyEditor>();
    }

    public static void MapSurveyBuilder(this IEndpointRouteBuilder pages)
    {
        pages.MapSurveys();
        pages.MapQuestions();
        pages.MapSurveyVersions();
        pages.MapRenditions();
        pages.MapSurveyTrial();
        pages.MapDraftPaper();
        pages.MapReadingHints();
    }
}
