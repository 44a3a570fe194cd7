namespace ParIndex.Core.Questionnaires;

/// <summary>Changes of a draft, one at a time: each gives the questionnaire after it. What does not fit together afterwards the checks say.</summary>
public static class QuestionnaireEditing
{
    /// <summary>Kinds of questions by the name they have in the file.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["scale", "single", "multiple", "number", "date", "text", "ranking", "consent"];

    /// <summary>A new question of a kind, with as little in it as may be.</summary>
    public static Question New(string kind, string code, Questionnaire form)
    {
        var words = new Text("", "");
        return kind switch
        {
            "scale" => new ScaleQuestion { Code = code, ItemVersion = 1, Words = words, Scale = form.Scales.Count > 0 ? form.Scales[0].Code : "", MayBeNotUsed = true },
            "single" => new SingleQuestion { Code = code, ItemVersion = 1, Words = words, Choices = [] },
            "multiple" => new MultipleQuestion { Code = code, ItemVersion = 1, Words = words, Choices = [] },
            "number" => new NumberQuestion { Code = code, ItemVersion = 1, Words = words, Least = 0, Most = 100 },
            "date" => new DateQuestion { Code = code, ItemVersion = 1, Words = words, From = new(2000, 1, 1), To = new(2100, 12, 31) },
            "text" => new TextQuestion { Code = code, ItemVersion = 1, Words = words, MaxLength = 500 },
            "ranking" => new RankingQuestion { Code = code, ItemVersion = 1, Words = words, Choices = [], Most = RankingQuestion.Limit },
            "consent" => new ConsentQuestion { Code = code, ItemVersion = 1, Words = words, Purpose = "" },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>Puts a question at the end of a page.</summary>
    public static Questionnaire Add(Questionnaire form, string section, Question question) =>
        Each(form, one => one.Code == section ? one with { Questions = [.. one.Questions, question] } : one);

    /// <summary>Puts a question in the place of another; conditions that rest on it follow its code.</summary>
    public static Questionnaire Replace(Questionnaire form, string code, Question question) => Each(form, section => section with
    {
        Questions = [.. section.Questions.Select(one => one.Code == code ? question
            : one.When is { } when && when.Question == code && code != question.Code ? one with { When = when with { Question = question.Code } } : one)],
    }) with
    {
        OverallItem = form.OverallItem == code ? question.Code : form.OverallItem,
    };

    public static Questionnaire Remove(Questionnaire form, string code) => Each(form, section => section with { Questions = [.. section.Questions.Where(one => one.Code != code)] });

    /// <summary>One place up or down; over the edge of its page, onto the next one.</summary>
    public static Questionnaire Move(Questionnaire form, string code, bool up)
    {
        var at = form.Sections.ToList().FindIndex(section => section.Questions.Any(question => question.Code == code));
        if (at < 0) return form;
        var questions = form.Sections[at].Questions.ToList();
        var place = questions.FindIndex(question => question.Code == code);
        var question = questions[place];
        var (next, other) = (place + (up ? -1 : 1), at + (up ? -1 : 1));
        if (next >= 0 && next < questions.Count)
        {
            (questions[place], questions[next]) = (questions[next], questions[place]);
            return At(form, at, form.Sections[at] with { Questions = questions });
        }

        if (other < 0 || other >= form.Sections.Count) return form;
        questions.RemoveAt(place);
        var moved = At(form, at, form.Sections[at] with { Questions = questions });
        var target = moved.Sections[other];
        return At(moved, other, target with { Questions = up ? [.. target.Questions, question] : [question, .. target.Questions] });
    }

    public static Questionnaire AddSection(Questionnaire form, Section section) => form with { Sections = [.. form.Sections, section] };

    public static Questionnaire RenameSection(Questionnaire form, string code, Section named) => Each(form, one => one.Code == code ? one with { Code = named.Code, Title = named.Title } : one);

    /// <summary>Removes a page; its questions go with it.</summary>
    public static Questionnaire RemoveSection(Questionnaire form, string code) => form with { Sections = [.. form.Sections.Where(one => one.Code != code)] };

    public static Questionnaire MoveSection(Questionnaire form, string code, bool up)
    {
        var sections = form.Sections.ToList();
        var at = sections.FindIndex(section => section.Code == code);
        var other = at + (up ? -1 : 1);
        if (at < 0 || other < 0 || other >= sections.Count) return form;
        (sections[at], sections[other]) = (sections[other], sections[at]);
        return form with { Sections = sections };
    }

    /// <summary>Puts a scale with its points in place of the one of this code, or as a new one; questions and points follow its code. No points: none are mapped.</summary>
    public static Questionnaire PutScale(Questionnaire form, string code, Scale scale, IReadOnlyList<LevelPoints> points)
    {
        var known = form.Scales.Any(one => one.Code == code);
        var renamed = known && code != scale.Code ? Each(form, section => section with
        {
            Questions = [.. section.Questions.Select(question => question is ScaleQuestion item && item.Scale == code ? item with { Scale = scale.Code } : question)],
        }) : form;
        return renamed with
        {
            Scales = known ? [.. form.Scales.Select(one => one.Code == code ? scale : one)] : [.. form.Scales, scale],
            Mappings = [.. form.Mappings.Where(one => one.Scale != code && one.Scale != scale.Code), .. points.Count == 0 ? Array.Empty<PointsMapping>() : [new PointsMapping(scale.Code, points)]],
        };
    }

    public static Questionnaire RemoveScale(Questionnaire form, string code) =>
        form with { Scales = [.. form.Scales.Where(one => one.Code != code)], Mappings = [.. form.Mappings.Where(one => one.Scale != code)] };

    private static Questionnaire Each(Questionnaire form, Func<Section, Section> change) => form with { Sections = [.. form.Sections.Select(change)] };

    private static Questionnaire At(Questionnaire form, int at, Section section) => form with { Sections = [.. form.Sections.Select((one, i) => i == at ? section : one)] };
}
