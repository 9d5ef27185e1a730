// Metrics in Prometheus's text format, for the textfile collector.

package report

import (
	"io"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
)

func (r Report) writePrometheus(w io.Writer) error {
	for _, family := range []*dto.MetricFamily{r.upMetric(), r.successMetric(), r.openMetric(), r.overdueMetric(), r.deadlineMetric()} {
		if len(family.GetMetric()) == 0 {
			continue
		}
		if _, err := expfmt.MetricFamilyToText(w, family); err != nil {
			return err
		}
	}
	return nil
}

func (r Report) upMetric() *dto.MetricFamily {
	family := gauge("mvastatus_up", "Whether the organisation could be checked in the last run (1) or not (0).")
	for _, result := range r.Results {
		up := 1.0
		if result.Err != nil {
			up = 0
		}
		add(family, up, "orgnr", string(result.Organisation))
	}
	return family
}

// successMetric has the time of the last success; the metric stays away for an organisation without one, so that an alert on its age fires.
func (r Report) successMetric() *dto.MetricFamily {
	family := gauge("mvastatus_last_success_timestamp_seconds", "When the organisation was last checked, in seconds since 1970.")
	for _, result := range r.checked() {
		add(family, seconds(result.CheckedAt), "orgnr", string(result.Organisation))
	}
	return family
}

func (r Report) openMetric() *dto.MetricFamily {
	family := gauge("mvastatus_open_terms", "VAT terms that are not delivered.")
	for _, result := range r.checked() {
		add(family, float64(len(result.Status.Terms)), "orgnr", string(result.Organisation))
	}
	return family
}

func (r Report) overdueMetric() *dto.MetricFamily {
	family := gauge("mvastatus_overdue_terms", "VAT terms that are not delivered and whose deadline has passed.")
	today := r.Today()
	for _, result := range r.checked() {
		overdue := 0
		for _, term := range result.Status.Terms {
			if today.DaysUntil(term.Deadline) < 0 {
				overdue++
			}
		}
		add(family, float64(overdue), "orgnr", string(result.Organisation))
	}
	return family
}

func (r Report) deadlineMetric() *dto.MetricFamily {
	family := gauge("mvastatus_days_left", "Calendar days in Norway until a term's deadline, negative when overdue.")
	seen := map[string]bool{} // a sample may stand once; the earliest deadline is the one to keep
	for _, l := range r.lines() {
		key := string(l.organisation) + "/" + l.term.ID()
		if seen[key] {
			continue
		}
		seen[key] = true
		add(family, float64(l.left), "orgnr", string(l.organisation), "category", l.term.Category,
			"period", l.term.Period, "year", l.term.Year, "type", l.term.PeriodType)
	}
	return family
}

func (r Report) checked() []Result {
	var checked []Result
	for _, result := range r.Results {
		if result.Err == nil {
			checked = append(checked, result)
		}
	}
	return checked
}

func seconds(at time.Time) float64 { return float64(at.UnixMilli()) / 1000 }

func gauge(name, help string) *dto.MetricFamily {
	return &dto.MetricFamily{Name: &name, Help: &help, Type: dto.MetricType_GAUGE.Enum()}
}

// add appends a sample with labels given as name, value, name, value.
func add(family *dto.MetricFamily, value float64, labels ...string) {
	metric := &dto.Metric{Gauge: &dto.Gauge{Value: &value}}
	for i := 0; i+1 < len(labels); i += 2 {
		metric.Label = append(metric.Label, &dto.LabelPair{Name: &labels[i], Value: &labels[i+1]})
	}
	family.Metric = append(family.Metric, metric)
}
