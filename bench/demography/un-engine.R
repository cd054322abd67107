# Writes the UN engine's own examples as the plain files `junheng project --inputs` reads, and what the engine makes of them.
#
#   Rscript bench/demography/un-engine.R SOURCE OUT
#
# SOURCE is the source folder of the R package ccmppWPP (GPL >= 3; github.com/markalava/ccmppWPP; its data: UN WPP 2019,
# CC BY 3.0 IGO); nothing of it is kept here. Base R is enough. OUT/<country>/<timing>-<kind>/ gets the input files and
# expected.csv (year, age, male, female). Then: node bench/demography/un-engine.ts OUT

arguments <- commandArgs(TRUE)
from <- arguments[1]
out <- arguments[2]
source(file.path(from, "R/project_ccmpp_z_by_z.R"))

example <- function(country) {
  held <- new.env()
  name <- load(file.path(from, "data", paste0(country, "_wpp_1950_2020_ccmpp_inputs_1x1.rda")), held)
  lapply(held[[name[1]]], as.data.frame)
}

# The engine's step, year after year, with its three kinds of net migration.
run <- function(x, timing, kind) {
  of <- function(table, year, sex = NULL) {
    rows <- table$time_start == year
    if (!is.null(sex)) rows <- rows & table$sex == sex
    table[rows, "value"]
  }
  ratios <- x$life_table_age_sex[x$life_table_age_sex$indicator == "lt_Sx", ]
  men <- of(x$pop_count_age_sex_base, 1950, "male")
  women <- of(x$pop_count_age_sex_base, 1950, "female")
  result <- NULL
  for (year in 1950:2019) {
    if (kind == "counts") {
      migrants <- lapply(c("male", "female"), function(sex) of(x$mig_net_count_age_sex, year, sex))
    } else if (kind == "rates") {
      migrants <- list(of(x$mig_net_rate_age_sex, year, "male") * men, of(x$mig_net_rate_age_sex, year, "female") * women)
    } else {
      share <- of(x$mig_net_count_tot_b, year) / (sum(men) + sum(women))
      migrants <- list(men * share, women * share)
    }
    cut <- function(people, net) ifelse(people + net <= 0, 1e-5 - people, net)
    step <- project_ccmpp_z_by_z(
      z = 1, pop_count_age_m_start = men, pop_count_age_f_start = women,
      survival_ratio_age_m = of(ratios, year, "male"), survival_ratio_age_f = of(ratios, year, "female"),
      fert_rate_age_f = of(x$fert_rate_age_f, year), srb = of(x$srb, year),
      mig_net_count_age_m = cut(men, migrants[[1]]), mig_net_count_age_f = cut(women, migrants[[2]]),
      mig_assumption = timing)
    men <- step$pop_count_age_m_end
    women <- step$pop_count_age_f_end
    result <- rbind(result, data.frame(year = year + 1, age = step$age_start, male = men, female = women))
  }
  result
}

for (country in c("canada", "kuwait", "mexico")) {
  x <- example(country)
  for (timing in c("end", "even")) for (kind in c("counts", "rates", "totals")) {
    folder <- file.path(out, country, paste0(timing, "-", kind))
    dir.create(folder, recursive = TRUE, showWarnings = FALSE)
    put <- function(table, file) {
      for (column in intersect(c("value", "male", "female"), names(table)))
        table[[column]] <- formatC(table[[column]], digits = 17, format = "g")
      write.csv(table, file.path(folder, file), row.names = FALSE, quote = FALSE)
    }
    put(x$pop_count_age_sex_base, "population.csv")
    ratios <- x$life_table_age_sex[x$life_table_age_sex$indicator == "lt_Sx", ]
    put(ratios[, setdiff(names(ratios), "indicator")], "survival.csv")
    put(x$fert_rate_age_f, "fertility.csv")
    put(x$srb, "srb.csv")
    if (kind == "counts") put(x$mig_net_count_age_sex, "migration.csv")
    if (kind == "rates") put(x$mig_net_rate_age_sex, "migration-rates.csv")
    if (kind == "totals") put(x$mig_net_count_tot_b, "migration-total.csv")
    writeLines(c("name,value", paste0("migration_timing,", timing)), file.path(folder, "settings.csv"))
    dir.create(file.path(folder, "expected"), showWarnings = FALSE)
    put(run(x, timing, kind), "expected/population.csv")
  }
}
