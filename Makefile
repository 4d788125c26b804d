# The single entry. Each target finds or installs what it needs, or says in one line what is missing.
export PORT ?= 8080
export DATA ?= ./data

.PHONY: help run test dev bench types check format attack mutation backup restore verify-ledger

help:
	@echo "make run [PORT=8080] [DATA=./data]   启动产品（内置 PostgreSQL 与演示公司） / everything, demo company, one URL"
	@echo "make test [DATABASE_URL=…]           全部测试（可用外部 PostgreSQL） / all that must pass, also on your PostgreSQL"
	@echo "make dev                             开发：界面热更新 / server and client with reload"
	@echo "make check · make format             静态检查 · 统一格式 / static checks · one format"
	@echo "make bench · make types              性能测量 · 生成接口类型 / measurements · API types"
	@echo "make mutation                        改动时间算法，看测试能否发现 / does a test notice when the arithmetic of time is changed"
	@echo "make attack [ATTACK_MINUTES=12]      用 sqlmap 攻击运行中的产品 / sqlmap against the running product"
	@echo "make verify-ledger [ANCHOR=…]        核验账本（停机或外部数据库） / is the ledger as it was sealed"
	@echo "make backup FILE=… · restore FILE=…  备份（不停机）与恢复（加密） / sealed backup while people work, and the way back"

run:
	@scripts/run.sh

test:
	@scripts/test.sh

dev:
	@scripts/dev.sh

bench:
	@scripts/bench.sh

types:
	@scripts/types.sh

check:
	@scripts/check.sh

format:
	@scripts/format.sh

attack:
	@scripts/attack.sh

mutation:
	@scripts/mutation.sh

backup:
	@scripts/backup.sh backup "$(FILE)"

restore:
	@scripts/backup.sh restore "$(FILE)"

verify-ledger:
	@scripts/verify-ledger.sh
